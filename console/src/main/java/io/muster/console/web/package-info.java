/** How the console is reached: who may, with which headers, and what a refusal looks like. */
@NullMarked
package io.muster.console.web;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.muster.console.web;

import org.jspecify.annotations.NullMarked;

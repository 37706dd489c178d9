/** The REST API, version 1: everything that the page does, for programs too. Described at {@code /api/v1/openapi}. */
@NullMarked
package io.muster.console.api;

import org.jspecify.annotations.NullMarked;

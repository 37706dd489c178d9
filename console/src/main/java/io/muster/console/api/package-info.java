/** The API, version 1, over REST and for what is live over a WebSocket: everything that the page does, for programs too. Described at {@code /api/v1/openapi}. */
@NullMarked
package io.muster.console.api;

import org.jspecify.annotations.NullMarked;

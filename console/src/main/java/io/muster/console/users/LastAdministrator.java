package io.muster.console.users;

/** Nobody could administer any more: nothing was changed. */
public final class LastAdministrator extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LastAdministrator() {
        super("role, enabled: one enabled administrator must remain");
    }
}

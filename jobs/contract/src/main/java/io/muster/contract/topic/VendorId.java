package io.muster.contract.topic;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of vendors, in the form of a site's; {@code muster} is ours. */
public final class VendorId {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    /** What is wrong with the name, in one line; null = nothing. */
    public static @Nullable String fault(String vendor) {
        if (!FORM.matcher(vendor).matches()) {
            return "a vendor is named by [a-z][a-z0-9-]{0,31}, was '" + vendor + "'";
        }
        return vendor.equals("muster") ? "'muster' is reserved: it stands for what no vendor wrote" : null;
    }

    /**
     * The id itself.
     *
     * @throws IllegalArgumentException with one line that says what was expected
     */
    public static String check(String vendor) {
        String fault = fault(vendor);
        if (fault != null) {
            throw new IllegalArgumentException(fault);
        }
        return vendor;
    }

    private VendorId() {}
}

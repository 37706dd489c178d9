package io.muster.stream.engine;

import java.io.Serializable;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** How records travel from one stage to the next where the two are not one chain. What is kept in state is always kept as bytes. */
public interface Carriage extends Serializable {

    <T> TypeInformation<T> of(Class<T> type);

    /** As bytes: between the processes of a cluster. */
    static Carriage bytes() {
        return new Bytes();
    }

    /** Flink's own. */
    final class Bytes implements Carriage {
        private static final long serialVersionUID = 1;

        @Override
        public <T> TypeInformation<T> of(Class<T> type) {
            return TypeInformation.of(type);
        }
    }
}

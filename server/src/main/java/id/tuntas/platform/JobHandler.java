package id.tuntas.platform;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Does the jobs of one kind. A job may run again after its worker died, so a handler finds out what is already done. */
public interface JobHandler {

    String kind();

    /**
     * @return what the job's result shows; null for nothing
     * @throws Refusal when the job cannot be done; its code becomes the job's problem, and it is not tried again
     */
    @Nullable Object run(String regencyCode, UUID jobId, JsonNode payload, Progress progress) throws Exception;

    /** Where a running job tells how far it is; also renews its lease. Cheap to call often. */
    interface Progress {
        void at(String stage, long done, @Nullable Long total);
    }
}

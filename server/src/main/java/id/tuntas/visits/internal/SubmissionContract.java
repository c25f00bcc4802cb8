package id.tuntas.visits.internal;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.FileSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** What the OpenAPI says of a submission's post, which {@link SubmissionFilter} takes before there is a controller to be described. */
@Component
class SubmissionContract implements OpenApiCustomizer {

    private static final Map<String, String> REFUSALS = Map.of(
            "400", "No form of this kind: the post or its instance cannot be read.",
            "401", "The key is unknown.",
            "403", "The key's owner sends no visits.",
            "404", "The instance is of a form that is unknown here.",
            "413", "The post or its instance is too large.",
            "415", "No multipart/form-data.");

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().get("/odk/key/{key}/submission").setPost(post());
    }

    private static Operation post() {
        ApiResponses answers = new ApiResponses()
                .addApiResponse(
                        "201", answer("It is kept, whatever it says; what does not fit is told to the office."));
        REFUSALS.forEach((status, why) -> answers.addApiResponse(status, answer(why)));
        return new Operation()
                .addTagsItem("open-rosa-controller")
                .operationId("submit")
                .addParametersItem(
                        new Parameter().in("path").name("key").required(true).schema(new StringSchema()))
                .addParametersItem(new Parameter()
                        .in("query")
                        .name("deviceID")
                        .description("The phone, as Collect names it.")
                        .schema(new StringSchema()))
                .requestBody(body())
                .responses(answers);
    }

    /** OpenRosa Form Submission API 1.0: an instance may come in several posts, each with some of its files. */
    private static RequestBody body() {
        ObjectSchema parts = new ObjectSchema();
        parts.addProperty(
                PostReader.INSTANCE_PART, new FileSchema().description("The instance, the same in each of its posts."));
        parts.addProperty(PostReader.INCOMPLETE_PART, new StringSchema().description("There when more posts follow."));
        parts.addRequiredItem(PostReader.INSTANCE_PART);
        parts.additionalProperties(new FileSchema().description("A file that the instance names."));
        return new RequestBody()
                .required(true)
                .content(new Content().addMediaType("multipart/form-data", new MediaType().schema(parts)));
    }

    private static ApiResponse answer(String description) {
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType("text/xml", new MediaType().schema(new StringSchema())));
    }
}

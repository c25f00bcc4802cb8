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
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** What the OpenAPI says of a submission's post: {@link SubmissionFilter} takes it past every controller, and {@link PostReader} off the wire. */
@Component
class SubmissionContract implements OpenApiCustomizer {

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().get("/odk/key/{key}/submission").setPost(post());
        api.getPaths().get("/api/v1/submissions").getPost().setRequestBody(body());
    }

    private static Operation post() {
        ApiResponses answers = new ApiResponses()
                .addApiResponse("201", answer("It is kept, whatever it says; what does not fit is told to the office."))
                .addApiResponse("400", answer("The post or its instance cannot be read."))
                .addApiResponse("401", answer("The key is unknown."))
                .addApiResponse("403", answer("The key's owner sends no visits."))
                .addApiResponse("404", answer("The instance is of a form that is unknown here."))
                .addApiResponse("413", answer("The post or its instance is too large."))
                .addApiResponse("415", answer("It is no multipart/form-data."));
        return new Operation()
                .addTagsItem("open-rosa-controller")
                .operationId("postSubmission")
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

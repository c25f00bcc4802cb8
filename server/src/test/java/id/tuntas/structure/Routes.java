package id.tuntas.structure;

import id.tuntas.access.Purpose;
import java.lang.reflect.Parameter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The routes under /api/v1 as the running server has them. */
@Component
class Routes {

    /** A path variable with its pattern, as {@code {path:[^.]*}}. */
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::[^}]*)?}");

    private static final UUID NOBODY = UUID.fromString("01890000-0000-7000-8000-000000000000");

    private final RequestMappingHandlerMapping mapping;

    Routes(RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.mapping = requestMappingHandlerMapping;
    }

    /** @param path as the OpenAPI writes it, variables without patterns */
    record Route(String method, String path, HandlerMethod handler) {

        boolean writes() {
            return !method.equals("GET") && !method.equals("HEAD");
        }

        boolean takesFiles() {
            for (Parameter parameter : handler.getMethod().getParameters()) {
                String type = parameter.getParameterizedType().getTypeName();
                if (type.contains(MultipartFile.class.getSimpleName())
                        || MultipartHttpServletRequest.class.isAssignableFrom(parameter.getType())) {
                    return true;
                }
            }
            return false;
        }

        /** An address that names nothing that exists, with every parameter that must be there, and a purpose where one may be asked for. */
        String example() {
            return example(path);
        }

        /** The same with an address in which some variables are given already. */
        String example(String given) {
            String address = given;
            List<String> query = new ArrayList<>();
            for (Parameter parameter : handler.getMethod().getParameters()) {
                PathVariable inPath = parameter.getAnnotation(PathVariable.class);
                if (inPath != null) {
                    String name = inPath.value().isEmpty() ? parameter.getName() : inPath.value();
                    address = address.replace("{" + name + "}", value(parameter.getType()));
                }
                RequestParam inQuery = parameter.getAnnotation(RequestParam.class);
                if (inQuery != null && !takesFiles()) {
                    String name = inQuery.value().isEmpty() ? parameter.getName() : inQuery.value();
                    if (name.equals("purpose")) {
                        query.add("purpose=" + Purpose.AUDIT.key());
                    } else if (inQuery.required()) {
                        query.add(name + "=" + value(parameter.getType()));
                    }
                }
            }
            address = VARIABLE.matcher(address).replaceAll(NOBODY.toString());
            return query.isEmpty() ? address : address + "?" + String.join("&", query);
        }

        private static String value(Class<?> type) {
            if (type == UUID.class) {
                return NOBODY.toString();
            }
            if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
                return "1";
            }
            return type == LocalDate.class ? "2023-02-03" : "tidak-ada";
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    List<Route> all() {
        List<Route> routes = new ArrayList<>();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> entry :
                mapping.getHandlerMethods().entrySet()) {
            for (String pattern : entry.getKey().getPatternValues()) {
                String path = VARIABLE.matcher(pattern).replaceAll("{$1}");
                if (!path.startsWith("/api/v1/") || !isOurs(entry.getValue())) {
                    continue;
                }
                for (RequestMethod method : entry.getKey().getMethodsCondition().getMethods()) {
                    routes.add(new Route(method.name(), path, entry.getValue()));
                }
            }
        }
        routes.sort(Comparator.comparing(Route::toString));
        return routes;
    }

    private static boolean isOurs(HandlerMethod handler) {
        return handler.getBeanType().getPackageName().startsWith("id.tuntas");
    }
}

package id.tuntas.forms.internal;

import id.tuntas.forms.FormDefinition;
import id.tuntas.forms.FormVersion;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class FormStore {

    private final JdbcClient jdbc;

    FormStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<FormVersion> list(String regencyCode) {
        return jdbc.sql("""
                select form_id, version, title, sha256, uploaded_by, uploaded_at,
                    array(select name from forms.form_list l where l.regency_code = v.regency_code and l.form_id = v.form_id
                        and l.version = v.version order by name) as lists,
                    array(select name from forms.form_media m where m.regency_code = v.regency_code and m.form_id = v.form_id
                        and m.version = v.version order by name) as media,
                    row_number() over (partition by form_id order by uploaded_at desc, version desc) = 1 as newest
                from forms.form_version v where regency_code = :regency
                order by form_id, uploaded_at desc, version desc
                """)
                .param("regency", regencyCode)
                .query((row, n) -> new FormVersion(
                        row.getString("form_id"),
                        row.getString("version"),
                        row.getString("title"),
                        row.getString("sha256"),
                        row.getObject("uploaded_by", UUID.class),
                        row.getTimestamp("uploaded_at").toInstant(),
                        List.of((String[]) row.getArray("lists").getArray()),
                        List.of((String[]) row.getArray("media").getArray()),
                        row.getBoolean("newest")))
                .list();
    }

    Optional<byte[]> xml(String regencyCode, String formId, String version) {
        return jdbc.sql("""
                select xml from forms.form_version
                where regency_code = :regency and form_id = :form and version = :version
                """)
                .param("regency", regencyCode)
                .param("form", formId)
                .param("version", version)
                .query(String.class)
                .optional()
                .map(xml -> xml.getBytes(StandardCharsets.UTF_8));
    }

    Optional<String> sha256(String regencyCode, String formId, String version) {
        return jdbc.sql("""
                select sha256 from forms.form_version
                where regency_code = :regency and form_id = :form and version = :version
                """)
                .param("regency", regencyCode)
                .param("form", formId)
                .param("version", version)
                .query(String.class)
                .optional();
    }

    /** The lists of choices that came with a version, by their names. */
    Map<String, byte[]> lists(String regencyCode, String formId, String version) {
        Map<String, byte[]> lists = new HashMap<>();
        jdbc.sql("""
                select name, content from forms.form_list
                where regency_code = :regency and form_id = :form and version = :version
                """)
                .param("regency", regencyCode)
                .param("form", formId)
                .param("version", version)
                .query(row -> {
                    lists.put(row.getString("name"), row.getBytes("content"));
                });
        return lists;
    }

    Optional<byte[]> file(String regencyCode, String formId, String version, String name) {
        return jdbc.sql("""
                select content from forms.form_list
                where regency_code = :regency and form_id = :form and version = :version and name = :name
                union all
                select content from forms.form_media
                where regency_code = :regency and form_id = :form and version = :version and name = :name
                """)
                .param("regency", regencyCode)
                .param("form", formId)
                .param("version", version)
                .param("name", name)
                .query(byte[].class)
                .optional();
    }

    /** The SHA-256 of all files of a version, in hex by their names. */
    Map<String, String> fileHashes(String regencyCode, String formId, String version) {
        return hashes("""
                select name, encode(sha256(content), 'hex') as hash from forms.form_list
                where regency_code = :regency and form_id = :form and version = :version
                union all
                select name, encode(sha256(content), 'hex') from forms.form_media
                where regency_code = :regency and form_id = :form and version = :version
                """, regencyCode, formId, version);
    }

    Map<String, String> mediaHashes(String regencyCode, String formId, String version) {
        return hashes("""
                select name, md5 as hash from forms.form_media
                where regency_code = :regency and form_id = :form and version = :version
                """, regencyCode, formId, version);
    }

    private Map<String, String> hashes(String sql, String regencyCode, String formId, String version) {
        Map<String, String> hashes = new TreeMap<>();
        jdbc.sql(sql)
                .param("regency", regencyCode)
                .param("form", formId)
                .param("version", version)
                .query(row -> {
                    hashes.put(row.getString("name"), row.getString("hash"));
                });
        return hashes;
    }

    void insertFile(String regencyCode, FormDefinition form, String name, byte[] content) {
        jdbc.sql(form.media().contains(name) ? """
                insert into forms.form_media (regency_code, form_id, version, name, content)
                values (:regency, :form, :version, :name, :content)
                """ : """
                insert into forms.form_list (regency_code, form_id, version, name, content)
                values (:regency, :form, :version, :name, :content)
                """)
                .param("regency", regencyCode)
                .param("form", form.formId())
                .param("version", form.version())
                .param("name", name)
                .param("content", content)
                .update();
    }

    boolean isKnown(String regencyCode, String formId) {
        return jdbc.sql("""
                select exists (select from forms.form_version where regency_code = :regency and form_id = :form)
                """)
                .param("regency", regencyCode)
                .param("form", formId)
                .query(Boolean.class)
                .single();
    }

    /** Returns whether the row is new. */
    boolean insert(String regencyCode, FormDefinition form, String sha256, @Nullable UUID uploadedBy, Instant at) {
        return jdbc.sql("""
                insert into forms.form_version
                    (regency_code, form_id, version, title, xml, sha256, uploaded_by, uploaded_at)
                values (:regency, :form, :version, :title, :xml, :sha256, :by, :at)
                on conflict do nothing
                """)
                        .param("regency", regencyCode)
                        .param("form", form.formId())
                        .param("version", form.version())
                        .param("title", form.title())
                        .param("xml", form.xml())
                        .param("sha256", sha256)
                        .param("by", uploadedBy)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }
}

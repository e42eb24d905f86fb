package dev.ravel.ingest.infer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.configuration.source.RecordMapping;
import dev.ravel.model.record.AttributeName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingInferenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "crm_contact_id,first_name,last_name,email,phone,company_name,created_at,updated_at |"
                        + " PERSON {crm_contact_id} email={email} employer={company_name} familyName={last_name}"
                        + " givenName={first_name} phone={phone} at {updated_at},{created_at}",
                "record_id,given_name,surname,street_number,address_1,suburb,postcode,state,date_of_birth,soc_sec_id |"
                        + " PERSON {record_id} address={street_number} {address_1} {suburb} {state} {postcode}"
                        + " birthDate={date_of_birth} city={suburb} familyName={surname} givenName={given_name}"
                        + " nationalId={soc_sec_id} postcode={postcode} at ",
                "record_id,given_name,surname,day,month,year |"
                        + " PERSON {record_id} birthDate={year}-{month}-{day} familyName={surname}"
                        + " givenName={given_name} at ",
                "record_id,name,addr,city,phone,type |"
                        + " UNKNOWN {record_id} address={addr} city={city} name={name} phone={phone} at ",
                "comp_id,company_name,domain |"
                        + " ORGANIZATION {comp_id} organizationName={company_name} website={domain} at ",
                "编号,姓名,手机号,收货地址,更新时间 |" + " UNKNOWN {编号} address={收货地址} name={姓名} phone={手机号} at {更新时间}",
                "id,姓名,手机号,收货人,收货人电话,收货地址 |" + " UNKNOWN {id} address={收货地址} name={姓名} phone={手机号}"
                        + " recipientName={收货人} recipientPhone={收货人电话} at ",
                "id,收货人,收货人电话,收货地址 |" + " UNKNOWN {id} address={收货地址} name={收货人} phone={收货人电话} at ",
                "id,店名,纬度,经度 |" + " ORGANIZATION {id} location={纬度!},{经度!} organizationName={店名} at ",
                "id,store_name,bd_lng,bd_lat,lat_gcj02,lng_gcj02 |"
                        + " ORGANIZATION {id} location=gcj02:{lat_gcj02!},{lng_gcj02!},bd09:{bd_lat!},{bd_lng!}"
                        + " organizationName={store_name} at ",
                "id,name,coordinates |" + " UNKNOWN {id} location={coordinates} name={name} at ",
                "id,type_code,RECORD_TYPE,full_name,company,employer,passport_no,passport_country |"
                        + " {RECORD_TYPE} {id} employer={employer} name={full_name} organizationName={company}"
                        + " passport={passport_country}/{passport_no!} at ",
                "id,first_name,company,employer |"
                        + " PERSON {id} employer={employer},{company} givenName={first_name} at ",
                "id,name,addr_full,addr_line1,city,zip |"
                        + " UNKNOWN {id} address={addr_full},{addr_line1!} {city} {zip} city={city} name={name}"
                        + " postcode={zip} at ",
                "id,name,dob,birth_year,birth_month,birth_day |"
                        + " PERSON {id} birthDate={dob},{birth_year}-{birth_month}-{birth_day} name={name} at ",
                "id,name,dob,birth_year,birth_month,day_of_birth |"
                        + " PERSON {id} birthDate={dob},{birth_year}-{birth_month}-{day_of_birth} name={name} at ",
                "id,name,dob,year,month,day |" + " PERSON {id} birthDate={dob} name={name} at ",
                "id,name,birth_year,birth_month,birthday |"
                        + " PERSON {id} birthDate={birth_year}-{birth_month}-{birthday} name={name} at ",
                "id,姓名,出生年,出生月,出生日 |" + " PERSON {id} birthDate={出生年}-{出生月}-{出生日} name={姓名} at ",
                "paid,valid,grid,CrmId,name | UNKNOWN {CrmId} name={name} at ",
                "paid,VALID,name | UNKNOWN {_offset} name={name} at ",
                "valid,crm id,name | UNKNOWN {crm id} name={name} at ",
                "userID,客户id,name | UNKNOWN {userID} name={name} at ",
                "paid,客户id,姓名 | UNKNOWN {客户id} name={姓名} at ",
                "cust_id,customer_first_name,customer_last_name,cust_email,client_phone,userAddress,member_dob |"
                        + " PERSON {cust_id} address={userAddress} birthDate={member_dob} email={cust_email}"
                        + " familyName={customer_last_name} givenName={customer_first_name} phone={client_phone} at ",
                "id,contact-name,primary_phone,User City,member_type,client_id |"
                        + " UNKNOWN {id} city={User City} name={contact-name} phone={primary_phone} at ",
                "client_id,id,name | UNKNOWN {id} name={name} at ",
                "address_id,id,legal_entity_type,name | UNKNOWN {id} name={name} at ",
                "organization_id,member_id,id,name | UNKNOWN {id} name={name} at ",
                "client_id,name | UNKNOWN {client_id} name={name} at ",
                "id,Name 1,Name 2 | UNKNOWN {id} name={Name 1} {Name 2} at ",
                "customers,userphone,clientele_name,full_name | UNKNOWN {_offset} name={full_name} at ",
                "email,city |" + " UNKNOWN {_offset} city={city} email={email} at ",
            })
    void columnsAreUnderstoodByTheirNames(String columns, String expected) {
        RecordMapping mapping = MappingInference.infer(List.of(columns.strip().split(",")));

        String attributes = mapping.attributes().entrySet().stream()
                .map(entry -> entry.getKey() + "="
                        + entry.getValue().stream().map(Object::toString).collect(Collectors.joining(",")))
                .collect(Collectors.joining(" "));
        String at = mapping.observedAt().stream().map(Object::toString).collect(Collectors.joining(","));
        assertThat("%s %s %s at %s".formatted(mapping.type(), mapping.id(), attributes, at))
                .isEqualTo(expected.strip().endsWith(" at") ? expected.strip() + " " : expected.strip());
    }

    @Test
    void whatWasInferredIsSaidInFiveLines() {
        List<String> columns = List.of(
                "customer_id",
                "full_name",
                "first_name",
                "last_name",
                "mobile",
                "year",
                "month",
                "day",
                "lat",
                "lng",
                "points");

        String said = MappingDescription.of("people.csv", columns, MappingInference.infer(columns), Set.of());

        assertThat(said.lines())
                .containsExactly(
                        "people.csv: no configuration, so inferred: a record is PERSON, known by {customer_id}, as of the"
                                + " file's time",
                        "  names        familyName ← {last_name}, givenName ← {first_name}, name ← {full_name}",
                        "  identifiers  phone ← {mobile}",
                        "  also         birthDate ← {year}-{month}-{day}, location ← {lat!},{lng!}; several values in one"
                                + " field are told apart by |",
                        "  no evidence  points");
    }

    @Test
    void theCanonicalFormIsKnownByItsColumns() {
        RecordMapping mapping =
                MappingInference.infer(List.of("source", "id", "type", "observedAt", "deleted", "name", "points"));

        assertThat(mapping.source()).hasToString("{source}");
        assertThat(mapping.type()).hasToString("{type}");
        assertThat(mapping.deleted()).hasToString("{deleted}");
        assertThat(mapping.attributes()).containsOnlyKeys("name", "points");
        assertThat(mapping.separator()).isEqualTo("|");
    }

    @Test
    void aColumnNamedTypeAloneIsNotTheKindOfCustomer() {
        RecordMapping mapping = MappingInference.infer(List.of("id", "type", "observedAt", "name"));

        assertThat(mapping.type()).hasToString("UNKNOWN");
    }

    @Test
    void anOrganisationsNumberedNamesAreOneName() {
        List<String> columns = List.of("id", "Name 2", "Name 1", "company_name");
        Map<String, String> byValues = MappingInference.nameColumns(columns).stream()
                .collect(Collectors.toMap(column -> column, column -> AttributeName.ORGANIZATION_NAME));

        RecordMapping mapping = MappingInference.infer(columns, byValues);

        assertThat(mapping.type()).hasToString("ORGANIZATION");
        assertThat(mapping.attributes()).containsOnlyKeys(AttributeName.ORGANIZATION_NAME);
        assertThat(mapping.attributes().get(AttributeName.ORGANIZATION_NAME))
                .hasToString("[{Name 1} {Name 2}, {company_name}]");
    }

    @Test
    void aSourceIsNamedByItsFile() {
        assertThat(MappingInference.sourceName("crm contacts:2026.csv.gz")).isEqualTo("crm_contacts_2026");
        assertThat(MappingInference.sourceName("x".repeat(100))).hasSize(64);
    }
}

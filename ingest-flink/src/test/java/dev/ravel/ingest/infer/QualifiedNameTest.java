package dev.ravel.ingest.infer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.record.AttributeName;
import java.util.List;
import org.junit.jupiter.api.Test;

class QualifiedNameTest {
    @Test
    void understandsNamesWithWordsThatSayWhoseTheyAre() {
        assertThat(attribute("RegAddress.PostTown")).isEqualTo(AttributeName.CITY);
        assertThat(attribute("NameAlias_WholeName")).isEqualTo(AttributeName.NAME);
        assertThat(attribute("customer_email")).isEqualTo(AttributeName.EMAIL);
        assertThat(attribute("itemLabel")).isEqualTo(AttributeName.NAME);
        assertThat(ColumnNames.normalised("RegAddress.AddressLine1")).isEqualTo("addressline1");
        assertThat(ColumnNames.normalised("countryLabel")).isEqualTo("country");
    }

    @Test
    void leavesWhatIsOfSomebodyElse() {
        for (String column : List.of(
                "mother_name", "employer_city", "product_name", "fileName", "emergency_phone", "partner email")) {
            assertThat(attribute(column)).as(column).isEqualTo("none");
        }
    }

    @Test
    void leavesWhatIsSaidOfARecord() {
        for (String column :
                List.of("client_id", "address_id", "organization_id", "legal_entity_type", "client_type")) {
            assertThat(ColumnNames.normalised(column)).as(column).isEqualTo(column.replace("_", ""));
        }
    }

    private static String attribute(String column) {
        return new ColumnNames(List.of(column)).attributeOf(column).orElse("none");
    }
}

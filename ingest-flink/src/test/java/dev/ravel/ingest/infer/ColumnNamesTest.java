package dev.ravel.ingest.infer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.configuration.source.RecordMapping;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kundennummer,Vorname,Nachname,Geburtsdatum,Telefon,E-Mail,Straße,Hausnummer,PLZ,Ort |"
                        + " {Kundennummer} address={Straße} {Hausnummer} {Ort} {PLZ} birthDate={Geburtsdatum} city={Ort}"
                        + " email={E-Mail} familyName={Nachname} givenName={Vorname} phone={Telefon} postcode={PLZ}",
                "Kunden-Nr.,Vorname,Name,STRASSE,geändert_am |"
                        + " {Kunden-Nr.} address={STRASSE} familyName={Name} givenName={Vorname} at {geändert_am}",
                "Vorname,Nachname,Name | {_offset} familyName={Nachname} givenName={Vorname} name={Name}",
                "numéro_client,prénom,nom,date de naissance,téléphone,courriel,adresse,code postal,ville |"
                        + " {numéro_client} address={adresse} birthDate={date de naissance} city={ville}"
                        + " email={courriel} familyName={nom} givenName={prénom} phone={téléphone} postcode={code postal}",
                "NOM,TELEPHONE | {_offset} name={NOM} phone={TELEPHONE}",
                "nombre,apellidos,fecha_nacimiento,teléfono,dirección,código postal,ciudad |"
                        + " {_offset} address={dirección} birthDate={fecha_nacimiento} city={ciudad}"
                        + " familyName={apellidos} givenName={nombre} phone={teléfono} postcode={código postal}",
                "nombre,primer_apellido,segundo_apellido |"
                        + " {_offset} familyName={primer_apellido} {segundo_apellido} givenName={nombre}",
                "nome,cognome,data di nascita,cellulare,indirizzo,cap,città,codice fiscale |"
                        + " {_offset} address={indirizzo} birthDate={data di nascita} city={città}"
                        + " familyName={cognome} givenName={nome} phone={cellulare} postcode={cap}"
                        + " taxId={codice fiscale}",
                "nome,sobrenome,data_nascimento,celular,endereço,CEP,cidade,CPF |"
                        + " {_offset} address={endereço} birthDate={data_nascimento} city={cidade}"
                        + " familyName={sobrenome} givenName={nome} nationalId={CPF} phone={celular} postcode={CEP}",
                "klantnummer,voornaam,achternaam,geboortedatum,telefoonnummer,straat,huisnummer,postcode,plaats |"
                        + " {klantnummer} address={straat} {huisnummer} {plaats} {postcode} birthDate={geboortedatum}"
                        + " city={plaats} familyName={achternaam} givenName={voornaam} phone={telefoonnummer}"
                        + " postcode={postcode}",
                "顧客番号,氏名,生年月日,電話番号,メールアドレス,住所,郵便番号 |"
                        + " {顧客番号} address={住所} birthDate={生年月日} email={メールアドレス} name={氏名} phone={電話番号}"
                        + " postcode={郵便番号}",
                "고객번호,이름,생년월일,휴대폰 번호,이메일,주소,우편번호 |"
                        + " {고객번호} address={주소} birthDate={생년월일} email={이메일} name={이름} phone={휴대폰 번호}"
                        + " postcode={우편번호}",
                "Имя,Фамилия,Отчество,Дата рождения,Телефон,Почта,Адрес,Город |"
                        + " {_offset} address={Адрес} birthDate={Дата рождения} city={Город} email={Почта}"
                        + " familyName={Фамилия} givenName={Имя} middleName={Отчество} phone={Телефон}",
                "編號,姓名,手機號碼,電子郵件,出生日期,聯絡地址,郵遞區號,身分證字號 |"
                        + " {編號} address={聯絡地址} birthDate={出生日期} email={電子郵件} name={姓名}"
                        + " nationalId={身分證字號} phone={手機號碼} postcode={郵遞區號}",
                "bianhao,xingming,shouji,youxiang,dizhi,shengri |"
                        + " {bianhao} address={dizhi} birthDate={shengri} email={youxiang} name={xingming} phone={shouji}",
            })
    void namesOfManyLanguagesAreKnown(String columns, String expected) {
        RecordMapping mapping = MappingInference.infer(List.of(columns.strip().split(",")));

        assertThat(shown(mapping)).isEqualTo(expected.strip());
    }

    @ParameterizedTest
    @CsvSource({
        "FIRST-NAME,    first name,     givenName",
        "Ｅｍａｉｌ,       Ｅ－Ｍａｉｌ,      email",
        "TÉLÉPHONE,     telephone,      phone",
        "Tel. Nr.,      TEL_NR,         phone",
        "電話,           电话,            phone",
    })
    void caseAccentsWidthSeparatorsAndKindOfCharactersDoNotMatter(String one, String other, String attribute) {
        assertThat(new ColumnNames(List.of(one)).attributeOf(one)).contains(attribute);
        assertThat(new ColumnNames(List.of(other)).attributeOf(other)).contains(attribute);
    }

    @Test
    void whatMeansOtherThingsElsewhereCountsOnlyBesideItsLanguage() {
        assertThat(MappingInference.infer(List.of("cap", "genre", "ort", "handy", "email"))
                        .attributes())
                .containsOnlyKeys("email");
        assertThat(MappingInference.infer(List.of("Vorname", "Handy", "Ort", "cap"))
                        .attributes())
                .containsOnlyKeys("givenName", "phone", "city");
    }

    @Test
    void anEnglishNameBesideAFirstNameIsStillTheFullOne() {
        assertThat(shown(MappingInference.infer(List.of("first_name", "name"))))
                .isEqualTo("{_offset} givenName={first_name} name={name}");
    }

    @Test
    void ofTwoAlternativesTheOneThatSaysSomethingCounts() {
        assertThat(MappingInference.infer(List.of("昵称或姓名", "电话或者邮箱", "ticket or phone"))
                        .attributes())
                .containsOnlyKeys("name", "phone");
        assertThat(MappingInference.unknown(List.of("昵称或姓名", "电话或者邮箱", "vendor_name_x")))
                .containsExactly("电话或者邮箱", "vendor_name_x");
    }

    @Test
    void columnsWithoutANameOrWithABraceInItAreUnknown() {
        List<String> columns = List.of("", "-", "{year}", "email");

        assertThat(MappingInference.infer(columns).attributes()).containsOnlyKeys("email");
        assertThat(MappingInference.unknown(columns)).containsExactly("-", "{year}");
    }

    private static String shown(RecordMapping mapping) {
        String attributes = mapping.attributes().entrySet().stream()
                .map(entry -> " " + entry.getKey() + "="
                        + entry.getValue().stream().map(Object::toString).collect(Collectors.joining(",")))
                .collect(Collectors.joining());
        String at = mapping.observedAt().stream().map(Object::toString).collect(Collectors.joining(","));
        return mapping.id() + attributes + (at.isEmpty() ? "" : " at " + at);
    }
}

package dev.ravel.resolver.standardise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressPartsTest {
    private final AddressStandardiser addresses = new AddressStandardiser();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "广东省广州市天河区中山路12号阳光花园3栋501室 | 广东 广州 天河区 中山路 12号 阳光花园 3栋 501室",
                "广东广州天河区中山路12号阳光花园3栋501 | 广东 广州 天河区 中山路 12号 阳光花园 3栋 501室",
                "广州 天河区 中山路12 阳光花园3-501 | 广州 天河区 中山路 12号 阳光花园 3栋 501室",
                "廣州市天河區中山路１２號陽光花園三號樓２單元５０１房 | 广州 天河区 中山路 12号 阳光花园 3栋 2单元 501室",
                "阳光小区3-2-501 | 阳光小区 3栋 2单元 501室",
                "上海浦东新区张江路123弄45号6楼 | 上海 浦东新区 张江路 123弄 45号 6层",
                "北京市朝阳区建国门外大街1号院2号楼A座1201 | 北京 朝阳区 建国门外大街 1号 2栋 a栋 1201室",
                "广西壮族自治区南宁市青秀区民族大道88号 | 广西 南宁 青秀区 民族大道 88号",
                "上海市南京东路299号 | 上海 南京东路 299号",
                "南京东路299号 | 南京东路 299号",
                "北京市西城区五一路八号第十二层 | 北京 西城区 五一路 8号 12层",
                "江苏省苏州市昆山市花桥镇徐公桥路2号 215332 | 江苏 苏州 昆山 花桥镇 徐公桥路 2号 215332",
                "杭州市西湖区北山街道曙光路85号 | 杭州 西湖区 北山街道 曙光路 85号"
            })
    void chineseAddressesAreWrittenOneWay(String raw, String value) {
        StandardAddress address = addresses.standardise(raw, "", "").orElseThrow();

        assertThat(address.value()).isEqualTo(value);
        assertThat(addresses.standardise(address.value(), "", "").orElseThrow().value())
                .as("standardised again")
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "广东省广州市天河区中山路12号阳光花园3栋2单元5楼501室 510000" + " | 广州 | 中山路 | 12号 | 阳光花园 | 3栋 | 2单元 | 5层 | 501室 | 510000",
                "上海浦东新区张江路123弄45号 | 上海 | 张江路 | 123弄 | '' | 45号 | '' | '' | '' | ''",
                "1450 N City Road, Suite 900, Arlington VA 23208-1234"
                        + " | '' | city | 1450 | '' | '' | '' | '' | 900 | 23208",
                "Unit 5, 12 High St, Leeds | '' | high | 12 | '' | '' | '' | '' | 5 | ''",
                "5/12 High Street, Leeds | '' | high | 12 | '' | '' | '' | '' | 5 | ''",
                "Hauptstrasse 12, 10115 Berlin | '' | hauptstrasse | 12 | '' | '' | '' | '' | '' | 10115",
                "3rd floor, 80 E 4th St | '' | 4th | 80 | '' | '' | '' | 3rd | '' | ''",
                "Chrysler Building, 405 Lexington Avenue | '' | lexington | 405 | '' | '' | '' | '' | '' | ''",
                "Building 4, 12 Mill Lane | '' | mill | 12 | '' | 4 | '' | '' | '' | ''",
                "Bldg B, 7 Mill Lane | '' | mill | 7 | '' | b | '' | '' | '' | ''",
                "Third Avenue | '' | '' | '' | '' | '' | '' | '' | '' | ''"
            })
    void wordsAreKnownByTheirParts(
            String raw,
            String city,
            String road,
            String number,
            String estate,
            String building,
            String entrance,
            String floor,
            String room,
            String postcode) {
        AddressParts parts = addresses.standardise(raw, "", "").orElseThrow().parts();

        List<String> found = new ArrayList<>(List.of(parts.city(), String.join(" ", parts.road())));
        found.addAll(List.of(parts.number(), parts.estate(), parts.building(), parts.entrance(), parts.floor()));
        found.addAll(List.of(parts.room(), parts.postcode()));
        assertThat(found).containsExactly(city, road, number, estate, building, entrance, floor, room, postcode);
    }
}

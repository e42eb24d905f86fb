package dev.ravel.ingest.infer;

import dev.ravel.model.record.AttributeName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The column names whose meaning is well known, in English and Chinese, letter case and separators ignored. */
final class ColumnNames {
    /** Attribute → names, the attribute tried first wins. */
    private static final Map<String, List<String>> ATTRIBUTES = new LinkedHashMap<>();

    static {
        ATTRIBUTES.put(
                AttributeName.GIVEN_NAME, List.of("firstname", "givenname", "forename", "fname", "namefirst", "名"));
        ATTRIBUTES.put(AttributeName.MIDDLE_NAME, List.of("middlename", "namemiddle", "secondname", "middleinitial"));
        ATTRIBUTES.put(
                AttributeName.FAMILY_NAME,
                List.of("lastname", "surname", "familyname", "lname", "sname", "namelast", "姓"));
        ATTRIBUTES.put(
                AttributeName.NAME,
                List.of(
                        "name",
                        "fullname",
                        "displayname",
                        "customername",
                        "accountname",
                        "contactname",
                        "personname",
                        "membername",
                        "username",
                        "namefull",
                        "姓名",
                        "客户姓名",
                        "会员姓名",
                        "名称",
                        "联系人"));
        ATTRIBUTES.put(
                AttributeName.ORGANIZATION_NAME,
                List.of(
                        "company",
                        "companyname",
                        "organization",
                        "organisation",
                        "organizationname",
                        "organisationname",
                        "orgname",
                        "nameorg",
                        "businessname",
                        "shopname",
                        "storename",
                        "outletname",
                        "公司",
                        "公司名称",
                        "企业名称",
                        "店名",
                        "门店名称",
                        "点位名称"));
        ATTRIBUTES.put(AttributeName.EMPLOYER, List.of("employer", "employername", "工作单位"));
        ATTRIBUTES.put(
                AttributeName.PHONE,
                List.of(
                        "phone",
                        "phonenumber",
                        "phoneno",
                        "mobile",
                        "mobilephone",
                        "mobilenumber",
                        "cell",
                        "cellphone",
                        "tel",
                        "telephone",
                        "telephonenumber",
                        "contactphone",
                        "homephone",
                        "workphone",
                        "phone1",
                        "phone2",
                        "手机",
                        "手机号",
                        "手机号码",
                        "电话",
                        "联系电话",
                        "电话号码"));
        ATTRIBUTES.put(
                AttributeName.RECIPIENT_NAME,
                List.of(
                        "recipient",
                        "recipientname",
                        "consignee",
                        "consigneename",
                        "receiver",
                        "receivername",
                        "收货人",
                        "收件人",
                        "收货人姓名"));
        ATTRIBUTES.put(
                AttributeName.RECIPIENT_PHONE,
                List.of(
                        "recipientphone",
                        "consigneephone",
                        "receiverphone",
                        "receivermobile",
                        "收货电话",
                        "收货人电话",
                        "收货人手机",
                        "收件人电话",
                        "收件人手机"));
        ATTRIBUTES.put(
                AttributeName.CONTACT_PHONE,
                List.of(
                        "salesphone",
                        "salespersonphone",
                        "leaderphone",
                        "contactpersonphone",
                        "业务员电话",
                        "业务员手机",
                        "团长手机",
                        "团长电话"));
        ATTRIBUTES.put(
                AttributeName.EMAIL,
                List.of(
                        "email",
                        "emailaddress",
                        "mail",
                        "emailaddr",
                        "email1",
                        "email2",
                        "contactemail",
                        "邮箱",
                        "电子邮箱"));
        ATTRIBUTES.put(
                AttributeName.BIRTH_DATE,
                List.of("dob", "birthdate", "dateofbirth", "birthday", "birth", "出生日期", "生日"));
        ATTRIBUTES.put(AttributeName.GENDER, List.of("gender", "sex", "性别"));
        ATTRIBUTES.put(
                AttributeName.ADDRESS,
                List.of(
                        "address",
                        "addr",
                        "fulladdress",
                        "addrfull",
                        "billingaddress",
                        "shippingaddress",
                        "deliveryaddress",
                        "homeaddress",
                        "mailingaddress",
                        "地址",
                        "详细地址",
                        "收货地址",
                        "联系地址"));
        ATTRIBUTES.put(AttributeName.CITY, List.of("city", "suburb", "town", "locality", "addrcity", "城市", "市"));
        ATTRIBUTES.put(
                AttributeName.POSTCODE,
                List.of("postcode", "postalcode", "zip", "zipcode", "addrpostalcode", "邮编", "邮政编码"));
        ATTRIBUTES.put(
                AttributeName.LOCATION,
                List.of("location", "coordinates", "latlng", "latlon", "geolocation", "gps", "坐标", "经纬度"));
        ATTRIBUTES.put(AttributeName.DEVICE, List.of("deviceid", "device", "idfa", "imei", "oaid", "androidid", "设备号"));
        ATTRIBUTES.put(AttributeName.WEBSITE, List.of("website", "url", "homepage", "domain", "网址"));
        ATTRIBUTES.put(
                AttributeName.NATIONAL_ID,
                List.of(
                        "nationalid",
                        "nationalidnumber",
                        "ssn",
                        "ssnnumber",
                        "socsecid",
                        "socialsecuritynumber",
                        "idcard",
                        "idcardno",
                        "idnumber",
                        "身份证",
                        "身份证号",
                        "身份证号码",
                        "证件号码"));
        ATTRIBUTES.put(AttributeName.PASSPORT, List.of("passport", "passportnumber", "passportno", "护照", "护照号"));
        ATTRIBUTES.put(
                AttributeName.DRIVERS_LICENCE,
                List.of("driverslicence", "driverslicense", "driverslicensenumber", "driverlicense", "驾驶证号"));
        ATTRIBUTES.put(AttributeName.TAX_ID, List.of("taxid", "taxnumber", "taxidnumber", "vat", "vatnumber", "税号"));
        ATTRIBUTES.put(
                AttributeName.BUSINESS_LICENCE,
                List.of("businesslicence", "businesslicense", "lei", "leinumber", "uscc", "统一社会信用代码", "营业执照号"));
        ATTRIBUTES.put(
                AttributeName.LOYALTY_CARD,
                List.of("loyaltycard", "loyaltycardnumber", "membercard", "cardno", "cardnumber", "会员卡号", "卡号"));
        ATTRIBUTES.put(AttributeName.OPEN_ID, List.of("openid", "wechatopenid", "wxopenid", "微信openid"));
        ATTRIBUTES.put(AttributeName.UNION_ID, List.of("unionid", "wechatunionid", "wxunionid", "微信unionid"));
    }

    /** Parts of an address, in the order in which they are composed. */
    static final List<String> ADDRESS_PARTS = List.of(
            "streetnumber",
            "housenumber",
            "streetname",
            "street",
            "streetaddress",
            "address1",
            "addressline1",
            "addrline1",
            "address2",
            "addressline2",
            "addrline2",
            "省",
            "province",
            "addrcity",
            "suburb",
            "city",
            "town",
            "市",
            "district",
            "区",
            "county",
            "state",
            "addrstate",
            "region",
            "postcode",
            "postalcode",
            "zip",
            "zipcode",
            "addrpostalcode",
            "country",
            "addrcountry");

    /** Parts of an address that make one: a city alone does not. */
    static final List<String> STREETS =
            List.of("streetname", "street", "streetaddress", "address1", "addressline1", "addrline1");

    static final List<String> YEARS = List.of("birthyear", "yearofbirth", "dobyear", "yob", "出生年", "出生年份", "year");
    static final List<String> MONTHS = List.of("birthmonth", "monthofbirth", "dobmonth", "mob", "出生月", "出生月份", "month");
    static final List<String> DAYS = List.of("birthday", "dayofbirth", "dobday", "出生日", "day");

    /** The attributes whose value is the number of a document that somebody gave out. */
    static final Set<String> DOCUMENTS = Set.of(
            AttributeName.NATIONAL_ID,
            AttributeName.PASSPORT,
            AttributeName.DRIVERS_LICENCE,
            AttributeName.TAX_ID,
            AttributeName.BUSINESS_LICENCE);

    static final List<String> LATITUDES = List.of("latitude", "lat", "纬度");
    static final List<String> LONGITUDES = List.of("longitude", "lng", "lon", "long", "经度");

    /** What stands before or after a latitude's or a longitude's name to say its datum → how a value says it. */
    static final Map<String, String> DATUMS = datums();

    static final List<String> RECORD_IDS = List.of("recordid", "id", "rowid", "uuid", "guid", "编号", "客户编号", "会员编号");

    static final List<String> UPDATED = List.of(
            "observedat",
            "updatedat",
            "lastupdated",
            "lastmodified",
            "modifiedat",
            "lastmodifieddate",
            "updatetime",
            "updateddate",
            "更新时间",
            "修改时间");

    static final List<String> CREATED = List.of(
            "createdat",
            "createddate",
            "creationdate",
            "createtime",
            "submittedat",
            "signupdate",
            "registeredat",
            "创建时间",
            "注册时间");

    static final List<String> RECORD_TYPES = List.of("recordtype", "entitytype", "customertype", "partytype");

    static final List<String> DELETED = List.of("deleted", "isdeleted", "已删除");

    private ColumnNames() {}

    private static Map<String, String> datums() {
        Map<String, String> datums = new LinkedHashMap<>();
        datums.put("", "");
        for (String word : List.of("wgs84", "wgs", "gps")) {
            datums.put(word, "");
        }
        for (String word : List.of("gcj02", "gcj", "amap", "gaode", "tencent", "wechat", "高德", "腾讯", "火星")) {
            datums.put(word, "gcj02:");
        }
        for (String word : List.of("bd09", "bd", "baidu", "百度")) {
            datums.put(word, "bd09:");
        }
        return Collections.unmodifiableMap(datums);
    }

    /** A column's name without letter case and separators, and without Senzing's usage words before it. */
    static String normalised(String column) {
        String plain = column.toLowerCase(Locale.ROOT).replaceAll("[\\s_.\\-]+", "");
        for (String usage : List.of("primary", "secondary", "native")) {
            if (plain.startsWith(usage) && plain.length() > usage.length()) {
                return plain.substring(usage.length());
            }
        }
        return plain;
    }

    /** Whether a column of a year says itself that it is the year of birth. */
    static boolean isOfBirth(String column) {
        return YEARS.indexOf(normalised(column)) < YEARS.indexOf("year");
    }

    /** The names of a column that says who gave out the document whose number is in this column. */
    static List<String> issuersOf(String column) {
        String document = normalised(column).replaceFirst("(number|no|num)$", "");
        return Stream.of("country", "issuingcountry", "countrycode", "state", "issuer")
                .map(document::concat)
                .toList();
    }

    /** Whether an attribute has a meaning. */
    static boolean isMeant(String attribute) {
        return attribute.equals(AttributeName.ACCOUNT) || ATTRIBUTES.containsKey(attribute);
    }

    /** What a column means. */
    static Optional<String> attributeOf(String column) {
        String name = normalised(column);
        return ATTRIBUTES.entrySet().stream()
                .filter(entry -> entry.getValue().contains(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}

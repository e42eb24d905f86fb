-- Blocking and scoring of ravel's bulk path for plain people, as DuckDB does it best that we know. Words in ${} are the
-- model's numbers. Given to it for nothing: the standard form of all values, and each record's keys as text (table
-- record_keys), so that only work that is natural in SQL is left: a self-join, string functions, a sum, a filter.
--
-- Left out because no record has it: initials, nicknames, particles, several names, Han script, all other attributes.

-- A key that only one record has, or that is over its cap, proposes no pair. Numbers instead of texts make the self-join
-- below faster.
CREATE OR REPLACE TEMP TABLE blocks AS
SELECT record, dense_rank() OVER (ORDER BY key) AS block
FROM (SELECT record, key, cap, count(*) OVER (PARTITION BY key) AS size FROM record_keys)
WHERE size BETWEEN 2 AND cap;

-- Each pair once, however many keys it has in common.
CREATE OR REPLACE TEMP TABLE pairs AS
SELECT DISTINCT a.record AS l, b.record AS r
FROM blocks a JOIN blocks b ON a.block = b.block AND a.record < b.record;

-- How two words agree: 0 the same, 3 similar, 5 loosely similar, 6 different. damerau_levenshtein is the unrestricted
-- distance; it differs from the restricted one by an edit inside a swap, which no error here makes.
CREATE OR REPLACE TEMP MACRO agreement(a, sound_a, b, sound_b) AS
  CASE
    WHEN a = b THEN 0
    WHEN sound_a = sound_b AND sound_a <> ''
      AND jaro_winkler_similarity(a, b) >= CASE WHEN length(sound_a) >= 3 THEN 0.6 ELSE 0.7 END THEN 3
    WHEN abs(length(a) - length(b)) > 2 THEN 6
    WHEN damerau_levenshtein(a, b) = 1 THEN
      CASE WHEN greatest(length(a), length(b)) <= 4 AND length(a) = length(b) AND levenshtein(a, b) = 1 THEN 5 ELSE 3 END
    WHEN damerau_levenshtein(a, b) = 2
      AND (greatest(length(a), length(b)) >= 6
        OR (greatest(length(a), length(b)) = 5 AND jaro_winkler_similarity(a, b) >= 0.82)) THEN 5
    ELSE 6
  END;
CREATE OR REPLACE TEMP MACRO cost(w) AS CASE w WHEN 0 THEN 0 WHEN 3 THEN 3 WHEN 5 THEN 6 ELSE 10 END;
CREATE OR REPLACE TEMP MACRO family_level(w) AS CASE w WHEN 0 THEN 1 WHEN 3 THEN 4 WHEN 5 THEN 6 ELSE 7 END;
CREATE OR REPLACE TEMP MACRO given_level(w) AS CASE w WHEN 0 THEN 1 WHEN 3 THEN 4 WHEN 5 THEN 7 ELSE 8 END;

-- Dates are numbers, yyyymmdd.
CREATE OR REPLACE TEMP MACRO digits_off(a, b) AS
  (a % 10 <> b % 10)::INT + (a // 10 % 10 <> b // 10 % 10)::INT + (a // 100 % 10 <> b // 100 % 10)::INT
  + (a // 1000 % 10 <> b // 1000 % 10)::INT + (a // 10000 % 10 <> b // 10000 % 10)::INT
  + (a // 100000 % 10 <> b // 100000 % 10)::INT + (a // 1000000 % 10 <> b // 1000000 % 10)::INT
  + (a // 10000000 <> b // 10000000)::INT;
CREATE OR REPLACE TEMP MACRO parts_same(a, b) AS
  (a // 10000 = b // 10000)::INT + (a // 100 % 100 = b // 100 % 100)::INT + (a % 100 = b % 100)::INT;
CREATE OR REPLACE TEMP MACRO birth_level(a, b) AS
  CASE
    WHEN a IS NULL OR b IS NULL THEN 0
    WHEN a % 10000 = 101 OR b % 10000 = 101 THEN
      CASE
        WHEN a // 10000 = b // 10000 THEN 5
        WHEN abs(a // 10000 - b // 10000) = 1
          OR abs(((a // 10000 - b // 10000) * 12 + a // 100 % 100 - b // 100 % 100) * 31 + a % 100 - b % 100) <= 31 THEN 6
        ELSE 8
      END
    WHEN a = b THEN 1
    WHEN a // 10000 = b // 10000 AND a // 100 % 100 = b % 100 AND a % 100 = b // 100 % 100 THEN 2
    WHEN digits_off(a, b) = 1
      OR (digits_off(a, b) = 2 AND damerau_levenshtein(a::VARCHAR, b::VARCHAR) = 1) THEN 3
    WHEN parts_same(a, b) = 2 THEN 4
    WHEN digits_off(a, b) <= 2
      OR abs(((a // 10000 - b // 10000) * 12 + a // 100 % 100 - b // 100 % 100) * 31 + a % 100 - b % 100) <= 31 THEN 6
    WHEN a // 10000 = b // 10000 THEN 7
    WHEN parts_same(a, b) = 0 AND digits_off(a, b) >= 4 THEN 9
    ELSE 8
  END;
CREATE OR REPLACE TEMP MACRO phone_level(a, b) AS
  CASE
    WHEN a IS NULL OR b IS NULL THEN 0
    WHEN a = b THEN 1
    WHEN abs(length(a) - length(b)) <= 1 AND damerau_levenshtein(a, b) = 1 THEN 5
    ELSE 6
  END;

-- One stage after the other, so that nothing is worked out twice. Names in the wrong order are looked at only where the
-- right order does not fit.
CREATE OR REPLACE TEMP TABLE links AS
WITH words AS (
  SELECT p.l, p.r, a.family AS fa, a.given AS ga, b.family AS fb, b.given AS gb,
    a.family_sound AS sfa, a.given_sound AS sga, b.family_sound AS sfb, b.given_sound AS sgb,
    agreement(a.family, a.family_sound, b.family, b.family_sound) AS ff,
    agreement(a.given, a.given_sound, b.given, b.given_sound) AS gg,
    birth_level(a.birth, b.birth) AS birth,
    phone_level(a.phone, b.phone) AS phone
  FROM pairs p JOIN people a ON a.record = p.l JOIN people b ON b.record = p.r
), orders AS (
  SELECT *,
    CASE WHEN ff + gg = 0 THEN 6 ELSE agreement(fa, sfa, gb, sgb) END AS fg,
    CASE WHEN ff + gg = 0 THEN 6 ELSE agreement(ga, sga, fb, sfb) END AS gf,
    ff + gg > 0 AND length(fa) + length(ga) >= 6 AND length(fa) + length(ga) = length(fb) + length(gb)
      AND (ga || fa IN (gb || fb, fb || gb) OR fa || ga IN (gb || fb, fb || gb)) AS same_letters
  FROM words
), names AS (
  SELECT l, r, fa, ga, fb, gb, birth, phone,
    CASE
      WHEN ff + gg = 0 THEN 0
      WHEN fg + gf = 0 THEN 1
      WHEN same_letters THEN 2
      WHEN cost(greatest(fg, gf)) + cost(least(fg, gf)) + 1 < cost(ff) + cost(gg) THEN 3
      ELSE 4
    END AS kind, ff, gg, fg, gf
  FROM orders
), levels AS (
  SELECT l, r, birth, phone, kind IN (1, 3) AS swapped,
    CASE kind WHEN 3 THEN family_level(greatest(fg, gf)) WHEN 4 THEN family_level(ff) ELSE 1 END AS family,
    CASE kind WHEN 3 THEN given_level(least(fg, gf)) WHEN 4 THEN given_level(gg) ELSE 1 END AS given
  FROM names
), household AS (
  -- What two of different given names have in common is the household's.
  SELECT l, r, birth, swapped, given,
    CASE WHEN given = 8 AND family <> 7 THEN 8 ELSE family END AS family,
    CASE WHEN given = 8 AND phone BETWEEN 1 AND 5 THEN 7 ELSE phone END AS phone
  FROM levels
), weighed AS (
  SELECT l, r,
    ${prior}
    + ${familyName}[family + 1] + CASE WHEN family = 1 THEN ${rareFamilyName} ELSE 0 END
    + ${givenName}[given + 1] + CASE WHEN given = 1 THEN ${rareGivenName} ELSE 0 END
    + CASE WHEN swapped THEN ${nameOrder}[2] ELSE 0 END
    + ${birthDate}[birth + 1] + ${phone}[phone + 1]
    + CASE
        WHEN given = 8 AND family = 8 AND phone = 7 AND birth = 1 THEN ${household}[2]
        WHEN given = 8 AND family = 8 AND phone = 7 AND birth > 1 THEN ${household}[3]
        ELSE 0
      END AS weight
  FROM household
)
SELECT l, r, weight FROM weighed WHERE weight >= ${matchWeight};

"""dedupe 3 on a CSV: dedupe.py RECORDS LINKS TRUTH NAME:KIND...

Writes left,right,probability. dedupe learns from labelled pairs that a person gives it; here the truth gives them: two
hundred pairs of one person and two hundred that are not, which is more than its guide asks of a person.
"""

import csv
import itertools
import random
import sys

import dedupe
from dedupe import variables

PAIRS = 200


def read(records, names):
    with open(records, newline="", encoding="utf-8") as file:
        return {
            row["record_id"]: {name: row[name].strip().lower() or None for name in names}
            for row in csv.DictReader(file)
        }


def labelled(data, truth):
    """Pairs of one entity, and pairs of records that share a value but are not one, drawn with a fixed seed."""
    draw = random.Random(1)
    with open(truth, newline="", encoding="utf-8") as file:
        entity = {row["record_id"]: row["entity_id"] for row in csv.DictReader(file)}
    together, sharing = {}, {}
    for record, values in data.items():
        together.setdefault(entity[record], []).append(record)
        for name, value in values.items():
            if value:
                sharing.setdefault((name, value), []).append(record)
    match = [pair for members in together.values() for pair in itertools.combinations(members, 2)]
    distinct = []
    for carriers in sharing.values():
        for a, b in itertools.islice(itertools.combinations(carriers, 2), 20):
            if entity[a] != entity[b]:
                distinct.append((a, b))
    draw.shuffle(match)
    draw.shuffle(distinct)
    return {
        "match": [(data[a], data[b]) for a, b in match[:PAIRS]],
        "distinct": [(data[a], data[b]) for a, b in distinct[:PAIRS]],
    }


def main():
    records, links, truth, *described = sys.argv[1:]
    columns = [column.rsplit(":", 1) for column in described]
    data = read(records, [name for name, _ in columns])
    deduper = dedupe.Dedupe([variables.String(name, has_missing=True) for name, _ in columns], num_cores=1)
    random.seed(1)
    deduper.prepare_training(data, sample_size=1500)
    deduper.mark_pairs(labelled(data, truth))
    deduper.train()
    with open(links, "w", encoding="utf-8") as out:
        for members, confidence in deduper.partition(data, 0.5):
            for other, sure in zip(members[1:], confidence[1:]):
                out.write(f"{members[0]},{other},{max(sure, 0.5):.8f}\n")


if __name__ == "__main__":
    main()

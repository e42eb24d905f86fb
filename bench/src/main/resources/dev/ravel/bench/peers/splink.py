"""Splink 5 on a CSV: splink.py RECORDS LINKS NAME:KIND...

Writes left,right,probability. As Splink's own example for people does it: its comparison for each kind of column, term
frequencies where values differ in how common they are, pairs that agree in one telling column, u by random sampling, m by
expectation maximisation under two blocking rules. Nothing is fitted to a data set.
"""

import logging
import sys

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

logging.getLogger("splink").setLevel(logging.ERROR)


def comparison(name, kind):
    if kind == "NAME":
        return cl.NameComparison(name)
    if kind == "DATE":
        return cl.DamerauLevenshteinAtThresholds(name, [1, 2])
    if kind == "EMAIL":
        return cl.EmailComparison(name)
    if kind == "NUMBER":
        return cl.DamerauLevenshteinAtThresholds(name, [1])
    return cl.JaroWinklerAtThresholds(name, [0.9]).configure(term_frequency_adjustments=True)


def rules(columns):
    """Pairs that agree in a name, a date or something nearly unique, as in Splink's example for people; sets are small."""
    return [block_on(name) for name, kind in columns if kind != "PLACE"]


def main():
    records, links, *described = sys.argv[1:]
    columns = [tuple(column.rsplit(":", 1)) for column in described]
    # Letter case and empty fields: what Splink's guide calls standardising, and leaves to its user.
    selected = ", ".join(f"nullif(lower(trim({name})), '') AS {name}" for name, _ in columns)
    table = duckdb.sql(
        f"SELECT record_id AS unique_id, {selected} FROM read_csv('{records}', all_varchar=true, header=true)"
    ).arrow()
    if hasattr(table, "read_all"):
        table = table.read_all()
    api = DuckDBAPI()
    linker = Linker(
        api.register(table, dataset_display_name="records"),
        SettingsCreator(
            link_type="dedupe_only",
            comparisons=[comparison(name, kind) for name, kind in columns],
            blocking_rules_to_generate_predictions=rules(columns),
        ),
    )
    names = [name for name, kind in columns if kind == "NAME"]
    date = next(name for name, kind in columns if kind == "DATE")
    certain = [block_on(*names, date)] + [block_on(n) for n, kind in columns if kind in ("EMAIL", "NUMBER")]
    linker.training.estimate_probability_two_random_records_match(certain, recall=0.7)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on(*names))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on(date))
    found = linker.inference.predict(threshold_match_probability=0.05)
    with open(links, "w", encoding="utf-8") as out:
        for row in found.as_record_list():
            out.write(f"{row['unique_id_l']},{row['unique_id_r']},{row['match_probability']:.8f}\n")


main()

"""How large shards are: by measured cost, within bounds, smaller at the end."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.config import Config
from ingest.pace import FIRST_BYTES, FIRST_ITEMS, LEAST_SECONDS, MOST_SECONDS, SHARE, Pace, Room
from ingest.plan import SHARD_BYTES, SHARD_ITEMS, Options, Plan, make_plan
from ingest.run import run_folder
from ingest.store import Catalog, InputResult, InputRow
from ingest.work import ShardResult

MANY = 10_000_000


def done(items: int, size: int, seconds: float, waited: float | None = 0.001, *, spool: str = "") -> ShardResult:
    """A shard of items of the same size."""
    row = InputRow("a", size, 0, 0, "a", "recipe", "clean")
    return ShardResult(0, (InputResult(row, (), spool),) * items, seconds=seconds, waited=waited)


def after(*results: ShardResult, width: int = 2, task: float = 0.04) -> Pace:
    pace = Pace(width, task)
    for result in results:
        pace.learn(result)
    return pace


def test_the_first_shards_are_small() -> None:
    assert after(task=0.005).room(MANY, MANY << 10) == Room(FIRST_ITEMS, FIRST_BYTES)


def test_the_first_shards_are_larger_where_a_task_costs_more_but_leave_some_for_all_workers() -> None:
    # Eight tasks' worth, at 5 ms a document.
    assert after(task=0.3).room(MANY, MANY << 10) == Room(480, 30 * FIRST_BYTES)
    assert after(task=0.3).room(600, MANY).items == 100
    assert after(task=0.3).room(20, MANY).items == FIRST_ITEMS


def test_what_documents_took_decides_how_many_go_into_a_shard() -> None:
    room = after(done(16, 1000, 0.16)).room(MANY, MANY * 1000)
    assert room == Room(160, 160_000)  # 1.6 seconds, which is what 40 ms a task are 2.5 % of, at 10 ms a document
    assert after(done(16, 1000, 0.08)).room(MANY, MANY * 1000).items == 320


def test_orchestration_is_a_small_share_of_a_shard() -> None:
    for task in (0.02, 0.05, 0.1, 0.4):
        assert task / after(task=task).seconds <= SHARE


def test_a_worker_that_waits_long_for_its_shards_gets_larger_ones() -> None:
    assert after(done(16, 1000, 0.16, waited=0.1)).room(MANY, MANY * 1000).items == 400


def test_no_shard_takes_longer_than_the_death_of_a_worker_may_cost() -> None:
    assert after(done(16, 1000, 0.16, waited=30.0)).seconds == MOST_SECONDS
    assert after(task=0.0).seconds == LEAST_SECONDS


def test_the_first_shard_of_a_worker_counts_only_until_there_are_others() -> None:
    loading = done(16, 1000, 16.0, waited=None)
    assert after(loading).room(MANY, MANY * 1000).items == 2
    assert after(loading, done(16, 1000, 0.16), loading).room(MANY, MANY * 1000).items == 160


def test_old_measures_are_forgotten() -> None:
    slow, fast = [done(16, 1000, 1.6)] * 20, [done(16, 1000, 0.16)] * 16
    assert after(*slow, *fast).room(MANY, MANY * 1000).items == 160


def test_containers_count_by_their_bytes() -> None:
    pace = after(done(1, 1_000_000, 10.0, spool="rows"), done(16, 62_500, 10.0))
    assert pace.room(MANY, MANY * 1000) == Room(3, 160_000)
    assert after(done(1, 1_000_000, 10.0, spool="rows")).room(7, 10**9) == Room(7, 160_000)


def test_shards_get_smaller_at_the_end() -> None:
    pace = after(done(16, 1000, 0.16))
    rooms = [pace.room(left, left * 1000).items for left in (1000, 400, 200, 100, 10)]
    assert rooms == [160, 133, 67, 33, 10]  # two thirds of each worker's part of what is left


def test_a_rest_that_is_not_worth_a_task_goes_with_the_last_shard() -> None:
    pace = after(done(16, 1000, 0.16), width=1)
    assert pace.room(45, 45_000).items == 45  # two thirds are 30, eight tasks cost as much as 32: 13 would be left
    assert pace.room(60, 60_000).items == 40


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    raw = tmp_path / "raw"
    raw.mkdir()
    for number in range(300):
        (raw / f"{number:03}.md").write_text(f"Walk {number}.\n")
    Catalog(tmp_path / "clean", write=True).close()
    return make_plan(raw, tmp_path / "clean", Config(), Options())


def test_a_plan_is_cut_as_the_pace_learns(plan: Plan) -> None:
    pace = Pace(1, 0.04)
    sizes = []
    for shard in plan.shards(1, pace):
        sizes.append(len(shard.items))
        pace.learn(done(len(shard.items), 10, 0.01 * len(shard.items)))
    plan.close()
    assert sum(sizes) == 300
    # Eight tasks' worth, two thirds of what is left (236, then 79, where the bytes of 52.7 are full with 52), and the rest.
    assert sizes == [64, 157, 52, 27]


def test_a_shard_stays_within_the_bounds_whatever_was_measured(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.plan.SHARD_ITEMS", 40)
    sizes = [len(shard.items) for shard in plan.shards(1, after(done(1000, 10, 0.001)))]
    plan.close()
    assert max(sizes) == 40
    assert SHARD_ITEMS <= 4096
    assert SHARD_BYTES <= 32 << 20


def test_the_documents_are_the_same_whatever_the_shards(
    tmp_path: Path, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan.close()
    trees = []
    for most in (1024, 7):
        monkeypatch.setattr("ingest.plan.SHARD_ITEMS", most)
        clean = tmp_path / f"clean-{most}"
        run_folder(tmp_path / "raw", clean, Config(), jobs=1)
        trees.append({path.name: path.read_bytes() for path in clean.glob("*.md")})
    assert trees[0] == trees[1]
    assert len(trees[0]) == 300

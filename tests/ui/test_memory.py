"""What is worked out once is remembered for all readers: the newest answers, and never a failure."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from ui import memory


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def answer(asked: list[str]) -> Callable[..., str]:
    @memory.remembered(2, key=lambda question, _by: question)
    def answer(question: str, by: str) -> str:
        asked.append(question)
        if question == "wrong":
            raise ValueError(by)
        return f"{question} for {by}"

    return answer


def test_the_same_question_is_worked_out_once_whoever_asks(answer, asked):
    assert [answer("a", "one"), answer("a", "two")] == ["a for one", "a for one"]
    assert asked == ["a"]


def test_the_least_used_is_forgotten_first(answer, asked):
    for question in ("a", "b", "a", "c", "a", "b"):
        answer(question, "one")
    assert asked == ["a", "b", "c", "b"]


def test_a_failure_is_not_kept(answer, asked):
    for _turn in range(2):
        with pytest.raises(ValueError, match="one"):
            answer("wrong", "one")
    assert asked == ["wrong", "wrong"]


def test_all_is_forgotten_at_once(answer, asked):
    answer("a", "one")
    memory.forget()
    answer("a", "one")
    assert asked == ["a", "a"]


def test_readers_who_ask_at_the_same_time_wait_for_one_answer_and_others_do_not():
    begun, may_end = Event(), Event()
    worked = []

    @memory.remembered(8, key=str)
    def slow(question: str) -> str:
        worked.append(question)
        if question == "slow":
            begun.set()
            assert may_end.wait(30)
        return question

    with ThreadPoolExecutor(3) as readers:
        both = [readers.submit(slow, "slow") for _reader in range(2)]
        assert begun.wait(30)
        assert slow("quick") == "quick"
        may_end.set()
        assert [each.result(30) for each in both] == ["slow", "slow"]
    assert worked == ["slow", "quick"]

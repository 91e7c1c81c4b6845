"""Answers of the FAQ, each claim with its citations."""

from dataclasses import dataclass

from bot.knowledge.model.sources import Citation
from bot.knowledge.schema import FaqRecord


@dataclass(frozen=True, slots=True)
class FaqClaim:
    says: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class FaqEntry:
    record: FaqRecord
    claims: tuple[FaqClaim, ...]

    @property
    def id(self) -> str:
        return self.record.id

    @property
    def texts(self) -> tuple[str, ...]:
        """The claims and the quotes that they rest on."""
        texts: list[str] = []
        for claim in self.claims:
            texts.append(claim.says)
            texts += (citation.quote or "" for citation in claim.citations)
        return tuple(texts)

#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extraction/occasions.hpp"

namespace bienban::extraction {

/// The kind of meeting that the words of a cue name; nothing for other cues.
std::optional<model::MeetingKind> meeting_kind(lexicon::Cue cue);
/// Talks, conferences and briefings: meetings that a paper or decisions come from.
bool is_formal(model::MeetingKind kind);

/// One place in the text that speaks of a meeting.
struct MeetingMention {
	model::MeetingKind kind = model::MeetingKind::talks;
	std::uint32_t cue = 0;
	std::uint32_t cue_end = 0;
	std::uint32_t sentence = 0;
	bool headline = false;
	bool caption = false;
	bool opens = false;  ///< a sentence that opens with who received: "Tiếp đoàn có …"
	bool heads = false;  ///< heads of state met: their states, whatever bodies the text names beside
	PartySet parties;    ///< named in the sentence
	std::optional<std::string> date;
	std::optional<std::string> place;
	bool refers = false;               ///< "Nhân cuộc gặp", "Tại buổi làm việc": to what was told before
	std::optional<model::Party> host;  ///< who receives, where the text says so
	bool host_venue = false;           ///< "tại tỉnh", "tại hội trường": at the hosts'
	std::optional<int> ordinal;
	std::optional<model::Recurs> recurs;
	std::vector<std::string> chairs;
};

/// Whether the words around a word for a meeting make it an occasion, and which one of a series.
class MeetingWords {
public:
	explicit MeetingWords(const Context& context) : m_c(context), m_a(context.a()) {}

	/// "biên bản hội đàm": a part of the name of a paper.
	bool inside_instrument(const lexicon::Match& m) const;
	/// Fills in the number and the rhythm that the sentence tells.
	void read_series(MeetingMention& c, const text::Sentence& sentence) const;
	/// Does the text speak of an occasion, and not of meetings in general ("duy trì giao ban định kỳ")? `dated`: its
	/// clause tells the day.
	bool stands_as_event(const MeetingMention& c, const lexicon::Match& m, std::uint32_t begin, std::uint32_t end,
	                     bool dated) const;

private:
	text::Word word_or_none(std::uint32_t t) const { return t < m_a.tokens.size() ? m_a.word(t) : text::Word{}; }
	bool word_before(std::uint32_t t, std::initializer_list<std::string_view> words) const;
	bool agreed_between(std::uint32_t begin, std::uint32_t end) const;
	bool says_custom(const lexicon::Match& m) const;
	bool counts_many(std::uint32_t t) const;
	bool just_held(std::uint32_t begin, std::uint32_t end) const;
	/// "ngồi lại với nhau", "họ gặp nhau": no name of an occasion by itself.
	bool only_together(const lexicon::Match& m) const;
	/// The sentence calls it talks, a briefing or a patrol.
	bool has_other_name(const lexicon::Match& m) const;
	bool conference_words(const lexicon::Match& m, bool dated) const;
	bool exchange_words(const MeetingMention& c, const lexicon::Match& m, std::uint32_t begin, bool dated) const;
	bool reception_words(const lexicon::Match& m, std::uint32_t begin) const;
	bool ceremony_words(const lexicon::Match& m, std::uint32_t begin, std::uint32_t end) const;

	const Context& m_c;
	const Annotated& m_a;
};

}  // namespace bienban::extraction

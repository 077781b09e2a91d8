// Papers that two sides sign, read as what they are: the title says whose paper it is and for how long, the end who
// signed it.

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "extraction/finders.hpp"
#include "extraction/numbers.hpp"
#include "extraction/person_name.hpp"
#include "naming/phonetic.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Country;
using lexicon::Cue;
using lexicon::EntryClass;
using model::BlockKind;

/// "thường niên lần thứ VII".
void read_title(const Context& context, model::Meeting& meeting) {
	const auto& a = context.a();
	const auto& paper = *context.paper();
	for (const auto& m : a.matches_in(paper.begin, paper.end)) {
		if (m.cue() == Cue::annual) meeting.recurs = model::Recurs::annual;
		if (m.cue() == Cue::regular && !meeting.recurs) meeting.recurs = model::Recurs::regular;
		// "BIÊN BẢN GIAO BAN QUÝ III".
		if (m.cue() == Cue::briefing && meeting.kind == model::MeetingKind::briefing && !meeting.recurs) {
			for (auto t = m.end; t < std::min(paper.end, m.end + 2); ++t) {
				if (a.small(t) == "quý") meeting.recurs = model::Recurs::regular;
			}
		}
		std::uint32_t end = 0;
		if (m.cue() != Cue::ordinal) continue;
		if (const auto ordinal = parse_ordinal(a, m.end, end)) meeting.ordinal = *ordinal;
	}
}

bool only_states(const std::vector<model::Party>& parties) {
	return std::all_of(parties.begin(), parties.end(), [](const auto& p) { return kind_of(p) == "state"; });
}

/// The kind of meeting that minutes are of, by their title.
std::optional<model::MeetingKind> kind_of_title(const Context& context) {
	const auto& paper = *context.paper();
	for (const auto& m : context.a().matches_in(paper.begin, paper.end)) {
		switch (m.cue()) {
			case Cue::talks: return model::MeetingKind::talks;
			case Cue::briefing: return model::MeetingKind::briefing;
			case Cue::conference: return model::MeetingKind::conference;
			case Cue::reception: return model::MeetingKind::reception;
			default: break;
		}
	}
	return std::nullopt;
}

/// One column of a signature block, read from above.
struct Column {
	std::string_view country;
	std::string post;
};

/// A line outside the text, with the entries of the lexicon in it.
struct LineWords {
	LineWords(std::string_view text, base::Span span, const lexicon::Lexicon& lexicon) {
		text::tokenize(text, span, lexicon.vocabulary(), tokens);
		lexicon.match(tokens, matches);
	}
	std::vector<text::Token> tokens;
	std::vector<lexicon::Match> matches;
};

/// "PHÓ CHỦ TỊCH" as it is written inside a sentence; abbreviations ("UBND") keep their capitals.
std::string post_of(std::string_view line) {
	std::string out;
	std::size_t at = 0;
	while (at < line.size()) {
		auto end = line.find(' ', at);
		if (end == std::string_view::npos) end = line.size();
		const auto word = line.substr(at, end - at);
		if (!out.empty()) out += ' ';
		static constexpr std::array<std::string_view, 8> k_short = {"UBND", "HĐND", "BĐBP", "CHQS",
		                                                            "MTTQ", "BCH",  "TAND", "LHPN"};
		if (base::one_of<k_short>(word)) {
			out += word;
		} else {
			out += text::lower(word);
		}
		at = end + 1;
	}
	if (out.empty()) return out;
	const auto size = text::decode(out, 0).size;
	return std::string(line.substr(0, size)) + out.substr(size);
}

/// The number of names in a line that may be a person's: each begins with a capital, and nothing else stands there.
bool is_name_line(std::string_view line) {
	std::size_t words = 0;
	for (std::size_t at = 0; at < line.size();) {
		auto end = line.find_first_of(" -", at);
		if (end == std::string_view::npos) end = line.size();
		if (end > at) {
			const auto c = text::decode(line, at);
			if (!text::is_letter(c.value)) return false;
			if (!text::is_upper(c.value) && (at == 0 || line[at - 1] != '-')) return false;
			++words;
		}
		at = end + 1;
	}
	return words >= 2 && words <= 8;
}

}  // namespace

void settle_paper(const Context& context, std::vector<model::Record>& out) {
	const auto& paper = context.paper();
	if (!paper || !paper->instrument || context.paper_parties().empty()) return;
	const auto& parties = context.paper_parties();
	model::Agreement whole{model::Act::signed_, *paper->instrument, parties, paper->signed_on, paper->term};
	// What the text says of its own signing tells of the same paper.
	std::erase_if(out, [&](const model::Record& r) {
		const auto* known = std::get_if<model::Agreement>(&r.value);
		if (known == nullptr) return false;
		// "Biên bản này có hiệu lực …": the paper speaks of itself.
		const auto end = r.evidence.end.value;
		const auto& text = context.a().document.text;
		if (known->act == model::Act::referenced)
			return known->instrument == *paper->instrument &&
			       (std::string_view(text).substr(end, 6).starts_with(" này") ||
			        (!known->signed_on && (!known->term || known->term == paper->term)));
		// "Thực hiện Biên bản ghi nhớ năm 2025, hai bên …" in that of 2026: the one before.
		if (known->term && paper->term && known->term != paper->term) return false;
		if (!whole.term) whole.term = known->term;
		if (!whole.signed_on) whole.signed_on = known->signed_on;
		return true;
	});
	model::Record record;
	record.value = whole;
	record.evidence = context.evidence(paper->begin, paper->end);
	record.certainty = 0.9F;

	for (auto& r : out) {
		if (auto* known = std::get_if<model::Agreement>(&r.value);
		    known != nullptr && known->instrument == whole.instrument)
			known->act = model::Act::referenced;
	}

	const auto kind = kind_of_title(context);
	// "hai bên đã gặp gỡ, trao đổi và thống nhất": the paper only says how it came about.
	std::erase_if(out, [&](const model::Record& r) {
		const auto* meeting = std::get_if<model::Meeting>(&r.value);
		return meeting != nullptr && meeting->kind == model::MeetingKind::reception && !meeting->date &&
		       kind != meeting->kind;
	});
	model::Record* met = nullptr;
	for (auto& r : out) {
		auto* meeting = std::get_if<model::Meeting>(&r.value);
		if (meeting == nullptr) continue;
		if (only_states(meeting->parties)) meeting->parties = parties;
		if (met == nullptr && (!kind || meeting->kind == *kind)) met = &r;
	}
	if (met != nullptr && kind) {
		read_title(context, std::get<model::Meeting>(met->value));
	} else if (kind && *kind != model::MeetingKind::reception) {
		model::Meeting meeting;
		meeting.kind = *kind;
		meeting.parties = parties;
		meeting.date = context.event_date() ? context.event_date() : whole.signed_on;
		meeting.place = context.event_place();
		read_title(context, meeting);
		model::Record of_title;
		of_title.value = std::move(meeting);
		of_title.evidence = record.evidence;
		of_title.certainty = 0.7F;
		out.push_back(std::move(of_title));
	}
	out.push_back(std::move(record));
}

void find_signers(const Context& context, std::vector<model::Person>& people) {
	const auto& document = context.a().document;
	const std::string_view text = document.text;
	const auto& lexicon = context.a().lexicon;
	std::array<Column, 2> columns;
	columns[0].country = columns[1].country = "VN";
	std::size_t column = 0;
	std::size_t line_end = 0;
	for (const auto& block : document.blocks) {
		if (block.kind != BlockKind::signature) continue;
		const auto begin = block.span.begin.value;
		auto line = text.substr(begin, block.span.size());
		// Two blocks of one line are the two columns.
		const bool same_line =
		    line_end != 0 && text.substr(line_end, begin - line_end).find('\n') == std::string_view::npos;
		column = same_line ? 1 : 0;
		line_end = block.span.end.value;
		auto& side = columns[column];
		const LineWords words(text, block.span, lexicon);
		const auto small = text::lower(line);
		if (line.starts_with('-') || line.starts_with('(') || line.ends_with(';') || small.starts_with("nơi nhận"))
			continue;
		const bool speaks_for = small.starts_with("đại diện") || small.starts_with("thay mặt") ||
		                        small.starts_with("tm.") || small.starts_with("t/m") || small.starts_with("phía ");
		if (speaks_for) {
			side.post.clear();
			side.country = {};
			for (const auto& m : words.matches) {
				if (m.cls != EntryClass::province && m.cls != EntryClass::country) continue;
				const auto country = lexicon.place(m.index).country;
				if (country != Country::none && country != Country::other)
					side.country = country == Country::la ? "LA" : "VN";
			}
			if (small.find("lào") != std::string::npos) side.country = "LA";
			if (small.find("việt nam") != std::string::npos) side.country = "VN";
			continue;
		}
		if (text::all_capitals(line)) {
			// "KT. CHỦ TỊCH" names the head for whom the deputy below signs.
			const bool stands_in = small.starts_with("kt.") || small.starts_with("tl.") || small.starts_with("tuq.") ||
			                       small.starts_with("q.");
			side.post = stands_in ? std::string() : post_of(line);
			continue;
		}
		std::optional<std::string> rank;
		auto offset = std::size_t{0};
		for (const auto& m : words.matches) {
			if (m.cls != EntryClass::rank || m.begin != 0 || rank) continue;
			offset = words.tokens[m.end - 1].end - begin;
			rank = std::string(line.substr(0, offset));
		}
		while (offset < line.size() && line[offset] == ' ') ++offset;
		const auto name = line.substr(offset);
		if (!is_name_line(name)) continue;
		const auto known = std::any_of(people.begin(), people.end(),
		                               [&](const model::Person& p) { return naming::same_name(p.name, name); });
		if (!known) {
			model::Person person;
			person.name = std::string(name);
			person.rank = rank;
			if (!side.post.empty()) person.title = side.post;
			if (!side.country.empty()) person.country = std::string(side.country);
			person.evidence = {base::ByteOffset(begin + offset), base::ByteOffset(begin + line.size())};
			person.certainty = 0.8F;
			people.push_back(std::move(person));
		}
		side.post.clear();
	}
}

}  // namespace bienban::extraction

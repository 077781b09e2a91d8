#include "register/search_words.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <span>

#include "register/words.hpp"
#include "text/letters.hpp"
#include "text/normalize.hpp"
#include "text/tokens.hpp"

namespace bienban::registry {

namespace {

/// Ways of writing all units one behind the other: with more, only the wordings typed are looked for so.
constexpr std::size_t k_most_together = 32;

bool has_marks(std::string_view word) { return text::bare(word) != text::lower(word); }

SoughtPhrase phrase_of(std::string_view words) {
	SoughtPhrase phrase;
	WordCutter cutter(words);
	while (cutter.next()) {
		const auto word = words.substr(cutter.begin(), cutter.end() - cutter.begin());
		phrase.push_back(
		    {.form = std::string{cutter.form()}, .exact = has_marks(word) ? text::fold_syllable(word) : std::string{}});
	}
	return phrase;
}

/// Whether all that `narrow` finds `wide` finds too.
bool covers(const SoughtPhrase& wide, const SoughtPhrase& narrow) {
	return std::ranges::equal(wide, narrow, [](const SoughtWord& a, const SoughtWord& b) {
		return a.form == b.form && (a.exact.empty() || a.exact == b.exact);
	});
}

void add_wording(SoughtUnit& unit, SoughtPhrase phrase) {
	if (phrase.empty()) return;
	const bool known =
	    std::ranges::any_of(unit.wordings, [&](const SoughtPhrase& wording) { return covers(wording, phrase); });
	if (!known) unit.wordings.push_back(std::move(phrase));
}

/// The stretches of a question, in turn outside of quotes and within; the last quote may be missing.
struct Stretch {
	std::string_view text;
	bool quoted = false;
};

std::vector<Stretch> stretches_of(std::string_view asked) {
	constexpr auto quotes = std::to_array<std::string_view>({"\"", "“", "”", "„", "«", "»"});
	std::vector<Stretch> stretches;
	bool quoted = false;
	std::size_t begin = 0;
	for (std::size_t at = 0; at < asked.size();) {
		const auto quote =
		    std::ranges::find_if(quotes, [&](std::string_view sign) { return asked.substr(at).starts_with(sign); });
		if (quote == quotes.end()) {
			++at;
			continue;
		}
		stretches.push_back({asked.substr(begin, at - begin), quoted});
		quoted = !quoted;
		at += quote->size();
		begin = at;
	}
	stretches.push_back({asked.substr(begin), quoted});
	return stretches;
}

/// Units of words that stand in no quotes: the names of places with their other spellings, all else word by word.
void add_loose(std::string_view words, const Spellings& spellings, std::vector<SoughtUnit>& units) {
	const SoughtPhrase phrase = phrase_of(words);
	for (std::size_t at = 0; at < phrase.size();) {
		std::size_t size = std::min(k_longest_name, phrase.size() - at);
		SoughtUnit unit;
		for (; size > 0 && spellings; --size) {
			const auto run = std::span{phrase}.subspan(at, size);
			if (std::ranges::any_of(run, [](const SoughtWord& word) { return !word.exact.empty(); })) continue;
			std::string name;
			for (const SoughtWord& word : run) name += (name.empty() ? "" : " ") + word.form;
			const auto others = spellings(name);
			if (others.empty()) continue;
			unit.wordings.emplace_back(run.begin(), run.end());
			for (const std::string& other : others) add_wording(unit, phrase_of(other));
			break;
		}
		if (unit.wordings.empty()) {
			size = 1;
			unit.wordings.push_back({phrase[at]});
		}
		units.push_back(std::move(unit));
		at += size;
	}
}

std::string quoted(const std::vector<const SoughtPhrase*>& phrases) {
	std::string query = "\"";
	for (const SoughtPhrase* phrase : phrases) {
		for (const SoughtWord& word : *phrase) query += (query.size() > 1 ? " " : "") + word.form;
	}
	return query + '"';
}

}  // namespace

base::Result<std::vector<SoughtUnit>> sought_units(std::string_view asked, const Spellings& spellings) {
	if (asked.size() > k_longest_search) return base::fail("search-too-long", {std::to_string(k_most_words)});
	if (text::first_invalid_utf8(asked)) return base::fail("search-encoding");
	const std::string clean = text::clean(asked);
	std::vector<SoughtUnit> units;
	std::size_t words = 0;
	for (const Stretch& stretch : stretches_of(clean)) {
		SoughtPhrase phrase = phrase_of(stretch.text);
		words += phrase.size();
		if (words > k_most_words) return base::fail("search-too-long", {std::to_string(k_most_words)});
		if (!stretch.quoted) {
			add_loose(stretch.text, spellings, units);
		} else if (!phrase.empty()) {
			units.push_back({.wordings = {std::move(phrase)}});
		}
	}
	if (units.empty()) return base::fail("search-no-word");
	return units;
}

std::string all_anywhere(const std::vector<SoughtUnit>& units) {
	std::string query;
	for (const SoughtUnit& unit : units) {
		if (!query.empty()) query += " AND ";
		query += '(';
		std::set<std::string> wordings;  // the index does not know marks: several may be one to it
		for (const SoughtPhrase& wording : unit.wordings) {
			std::string phrase = quoted({&wording});
			if (!wordings.insert(phrase).second) continue;
			if (wordings.size() > 1) query += " OR ";
			query += phrase;
		}
		query += ')';
	}
	return query;
}

std::string all_together(const std::vector<SoughtUnit>& units) {
	std::size_t ways = 1;
	for (const SoughtUnit& unit : units) ways = std::min(ways * unit.wordings.size(), k_most_together + 1);
	std::set<std::string> phrases;
	for (std::size_t way = 0; way < (ways > k_most_together ? 1 : ways); ++way) {
		std::vector<const SoughtPhrase*> row;
		std::size_t rest = way;
		for (const SoughtUnit& unit : units) {
			row.push_back(&unit.wordings[rest % unit.wordings.size()]);
			rest /= unit.wordings.size();
		}
		phrases.insert(quoted(row));
	}
	std::string query;
	for (const std::string& phrase : phrases) query += (query.empty() ? "" : " OR ") + phrase;
	return query;
}

bool is_without_marks(const std::vector<SoughtUnit>& units) {
	return std::ranges::all_of(units, [](const SoughtUnit& unit) {
		return std::ranges::all_of(unit.wordings, [](const SoughtPhrase& wording) {
			return std::ranges::all_of(wording, [](const SoughtWord& word) { return word.exact.empty(); });
		});
	});
}

UnitFinder::UnitFinder(const std::vector<SoughtUnit>& units) : m_units(units) {
	for (const SoughtUnit& unit : units) {
		for (const SoughtPhrase& wording : unit.wordings) {
			for (const SoughtWord& word : wording) m_forms.emplace(word.form, 0);
		}
	}
}

std::vector<FoundUnit> UnitFinder::find(std::string_view text) const {
	struct Seen {
		std::uint32_t number = 0;  ///< of the word in the text
		std::uint32_t begin = 0;
		std::uint32_t end = 0;
		std::string_view form;
	};
	std::vector<Seen> seen;
	std::uint32_t number = 0;
	for (WordCutter words(text); words.next(); ++number) {
		const auto known = m_forms.find(words.form());
		if (known == m_forms.end()) continue;
		seen.push_back({.number = number,
		                .begin = static_cast<std::uint32_t>(words.begin()),
		                .end = static_cast<std::uint32_t>(words.end()),
		                .form = known->first});
	}
	const auto is = [&](const Seen& word, const SoughtWord& sought) {
		return word.form == sought.form &&
		       (sought.exact.empty() ||
		        text::fold_syllable(text.substr(word.begin, word.end - word.begin)) == sought.exact);
	};
	const auto stands = [&](std::size_t at, const SoughtPhrase& phrase) {
		if (at + phrase.size() > seen.size()) return false;
		for (std::size_t i = 0; i < phrase.size(); ++i) {
			if (seen[at + i].number != seen[at].number + i || !is(seen[at + i], phrase[i])) return false;
		}
		return true;
	};
	std::vector<FoundUnit> found;
	for (std::size_t at = 0; at < seen.size(); ++at) {
		for (std::size_t unit = 0; unit < m_units.size(); ++unit) {
			for (const SoughtPhrase& wording : m_units[unit].wordings) {
				if (!stands(at, wording)) continue;
				const Seen& last = seen[at + wording.size() - 1];
				found.push_back(
				    {.unit = unit,
				     .first = seen[at].number,
				     .last = last.number,
				     .span = {base::ByteOffset{std::size_t{seen[at].begin}}, base::ByteOffset{std::size_t{last.end}}}});
			}
		}
	}
	return found;
}

bool has_all(const std::vector<FoundUnit>& found, std::size_t units) {
	std::vector<bool> has(units);
	for (const FoundUnit& one : found) has[one.unit] = true;
	return std::ranges::all_of(has, [](bool has_it) { return has_it; });
}

std::size_t first_together(const std::vector<FoundUnit>& found, std::size_t units) {
	for (std::size_t start = 0; start < found.size(); ++start) {
		if (found[start].unit != 0) continue;
		// Several wordings of a unit may begin at one word: all ends that are reached are followed.
		std::set<std::uint32_t> ends{found[start].last};
		for (std::size_t unit = 1; unit < units && !ends.empty(); ++unit) {
			std::set<std::uint32_t> next;
			for (std::size_t at = start + 1; at < found.size() && found[at].first <= *ends.rbegin() + 1; ++at) {
				if (found[at].unit == unit && ends.contains(found[at].first - 1)) next.insert(found[at].last);
			}
			ends = std::move(next);
		}
		if (!ends.empty()) return start;
	}
	return found.size();
}

}  // namespace bienban::registry

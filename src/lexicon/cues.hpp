#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace bienban::lexicon {

/// What a steering word says about the words around it. The words themselves stand in lexicon/cues.tsv.
enum class Cue : std::uint8_t {
	none,
	// occasions
	talks,
	conference,
	briefing,
	reception,
	ceremony,
	exchange,
	chair,
	held,
	annual,
	regular,
	ordinal,
	// travel
	travel,
	welcome,
	delegation,
	head,
	// things done together
	patrol,
	exercise,
	course,
	medical,
	search,
	handover,
	operation,
	opening,
	section,
	// papers
	sign,
	draft,
	implement,
	twinning,
	term,
	// looking back, looking forward
	done,
	review,
	assess,
	forward,
	will,
	agree,
	propose,
	deny,
	plan,
	purpose,
	act,
	content,
	// giving
	give,
	receive,
	worth,
	gift,
	souvenir,
	total,
	including,
	each,
	some,
	// references
	both,
	provinces,
	friends,
	own_side,
	states,
	all_sides,
	// what takes a figure or a person out
	happened,
	attend,
	length,
	slogan,
	crime,
	compare,
	cost,
	// parts of a page and of a name
	capital_city,
	province_word,
	district_word,
	village_word,
	commune_word,
	town_word,
	other_side,
	event_day
};

inline constexpr auto k_cue_names = std::to_array<std::string_view>(
    {"none",       "talks",        "conference",    "briefing",      "reception",    "ceremony",     "exchange",
     "chair",      "held",         "annual",        "regular",       "ordinal",      "travel",       "welcome",
     "delegation", "head",         "patrol",        "exercise",      "course",       "medical",      "search",
     "handover",   "operation",    "opening",       "section",       "sign",         "draft",        "implement",
     "twinning",   "term",         "done",          "review",        "assess",       "forward",      "will",
     "agree",      "propose",      "deny",          "plan",          "purpose",      "act",          "content",
     "give",       "receive",      "worth",         "gift",          "souvenir",     "total",        "including",
     "each",       "some",         "both",          "provinces",     "friends",      "own-side",     "states",
     "all-sides",  "happened",     "attend",        "length",        "slogan",       "crime",        "compare",
     "cost",       "capital-city", "province-word", "district-word", "village-word", "commune-word", "town-word",
     "other-side", "event-day"});
static_assert(k_cue_names.size() == static_cast<std::size_t>(Cue::event_day) + 1);

constexpr std::optional<Cue> cue_of(std::string_view name) {
	for (std::size_t i = 0; i < k_cue_names.size(); ++i) {
		if (k_cue_names[i] == name) return static_cast<Cue>(i);
	}
	return std::nullopt;
}

}  // namespace bienban::lexicon

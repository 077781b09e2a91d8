#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "model/document.hpp"
#include "model/record.hpp"

/// How each value of an enumeration is written outside. Every list stands once, here; parsing, printing and
/// documentation come from it. The order is the order of the enumerators.
namespace bienban::model {

template <typename E>
struct EnumNames;

#define BIENBAN_NAMES(type, ...)                                                        \
	template <>                                                                         \
	struct EnumNames<type> {                                                            \
		static constexpr auto k_names = std::to_array<std::string_view>({__VA_ARGS__}); \
	}

BIENBAN_NAMES(MeetingKind, "talks", "conference", "briefing", "reception", "ceremony", "exchange");
BIENBAN_NAMES(ActivityKind, "patrol", "exercise", "training", "medical", "search", "handover", "operation", "opening");
BIENBAN_NAMES(Instrument, "memorandum", "minutes", "agreement", "treaty", "accord", "protocol", "regulation",
              "programme", "directive");
BIENBAN_NAMES(Act, "signed", "referenced");
BIENBAN_NAMES(Recurs, "annual", "regular");
BIENBAN_NAMES(About, "over", "under", "about");
BIENBAN_NAMES(Theme, "information-exchange", "border-protection", "joint-patrol", "regular-meeting", "crime-prevention",
              "drugs", "smuggling", "trafficking", "irregular-migration", "encroachment", "public-order",
              "treaty-implementation", "public-awareness", "friendship", "twinning", "delegation-exchange",
              "culture-sport", "experience-sharing", "force-building", "defence-area", "party-government", "training",
              "education", "language", "health", "aid", "remains-repatriation", "trade-investment", "border-gate",
              "agriculture", "infrastructure", "tourism", "disaster-response", "commemoration");
BIENBAN_NAMES(MentionKind, "date", "number", "money", "place", "party", "person", "instrument", "theme");
BIENBAN_NAMES(BlockKind, "headline", "kicker", "dateline", "lead", "paragraph", "caption", "byline", "chrome",
              "signature");

#undef BIENBAN_NAMES

/// The outside name of a value.
template <typename E>
constexpr std::string_view name_of(E value) {
	return EnumNames<E>::k_names[static_cast<std::size_t>(value)];
}

/// The value of an outside name, nothing where no value has it.
template <typename E>
constexpr std::optional<E> value_of(std::string_view name) {
	const auto& names = EnumNames<E>::k_names;
	for (std::size_t i = 0; i < names.size(); ++i) {
		if (names[i] == name) return static_cast<E>(i);
	}
	return std::nullopt;
}

static_assert(EnumNames<Theme>::k_names.size() == k_theme_count);

/// The `type` of a record, by the index of its variant.
inline constexpr auto k_record_types = std::to_array<std::string_view>(
    {"meeting", "visit", "activity", "agreement", "twinning", "achievement", "commitment", "result", "support"});

inline std::string_view type_of(const Record& record) { return k_record_types[record.value.index()]; }

/// The kinds of parties: what stands after the first slash of one.
inline constexpr auto k_party_kinds = std::to_array<std::string_view>({"state",
                                                                       "government",
                                                                       "ministry-of-defence",
                                                                       "ministry-of-public-security",
                                                                       "ministry-of-foreign-affairs",
                                                                       "general-staff",
                                                                       "border-guard",
                                                                       "military-region",
                                                                       "military-command",
                                                                       "police",
                                                                       "province",
                                                                       "party-committee",
                                                                       "people-council",
                                                                       "people-committee",
                                                                       "fatherland-front",
                                                                       "district",
                                                                       "district-military",
                                                                       "military-unit",
                                                                       "border-post",
                                                                       "border-company",
                                                                       "border-checkpoint",
                                                                       "village",
                                                                       "commune",
                                                                       "school",
                                                                       "youth-union",
                                                                       "women-union",
                                                                       "agency",
                                                                       "company"});

}  // namespace bienban::model

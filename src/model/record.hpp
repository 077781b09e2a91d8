#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/units.hpp"

/// The records of records.md as plain values.
namespace bienban::model {

/// `<place>/<kind>` or `<place>/<kind>/<name>`, as records.md writes it: "VN-05/military-command".
using Party = std::string;
/// EDTF (ISO 8601-2): "2019-11-11", "2022/2024", "2020/..", "XXXX-03-30".
using Edtf = std::string;

enum class MeetingKind : std::uint8_t { talks, conference, briefing, reception, ceremony, exchange };
enum class ActivityKind : std::uint8_t { patrol, exercise, training, medical, search, handover, operation, opening };
enum class Instrument : std::uint8_t {
	memorandum,
	minutes,
	agreement,
	treaty,
	accord,
	protocol,
	regulation,
	programme,
	directive
};
enum class Act : std::uint8_t { signed_, referenced };
enum class Recurs : std::uint8_t { annual, regular };
enum class About : std::uint8_t { over, under, about };
enum class Theme : std::uint8_t {
	information_exchange,
	border_protection,
	joint_patrol,
	regular_meeting,
	crime_prevention,
	drugs,
	smuggling,
	trafficking,
	irregular_migration,
	encroachment,
	public_order,
	treaty_implementation,
	public_awareness,
	friendship,
	twinning,
	delegation_exchange,
	culture_sport,
	experience_sharing,
	force_building,
	defence_area,
	party_government,
	training,
	education,
	language,
	health,
	aid,
	remains_repatriation,
	trade_investment,
	border_gate,
	agriculture,
	infrastructure,
	tourism,
	disaster_response,
	commemoration
};
inline constexpr std::size_t k_theme_count = 34;

struct Money {
	double value = 0;
	std::string unit;  ///< ISO 4217
};

struct Meeting {
	MeetingKind kind = MeetingKind::talks;
	std::optional<Edtf> date;
	std::optional<std::string> place;
	std::vector<Party> parties;
	std::vector<std::string> chairs;
	std::optional<Recurs> recurs;
	std::optional<int> ordinal;
};
struct Visit {
	std::optional<Party> from;
	std::optional<Party> to;
	std::optional<Edtf> date;
	std::optional<std::string> head;
};
struct Activity {
	ActivityKind kind = ActivityKind::patrol;
	std::vector<Party> parties;
	std::optional<Edtf> date;
	std::optional<std::string> place;
	std::optional<std::string> section;
};
struct Agreement {
	Act act = Act::referenced;
	Instrument instrument = Instrument::memorandum;
	std::vector<Party> parties;
	std::optional<Edtf> signed_on;
	std::optional<Edtf> term;
};
struct Twinning {
	std::vector<Party> parties;
	std::optional<Edtf> since;
};
struct Achievement {
	std::vector<Party> parties;
	std::optional<Edtf> period;
	std::vector<Theme> themes;
};
struct Commitment {
	std::vector<Party> parties;
	std::optional<Edtf> period;
	std::vector<Theme> themes;
};
struct Result {
	double value = 0;
	std::string unit;
	std::optional<Theme> theme;
	std::vector<Party> by;
	std::vector<Party> to;
	std::optional<Edtf> period;
	std::optional<About> about;
};
struct Support {
	std::string item;
	std::optional<double> value;
	std::optional<std::string> unit;
	std::vector<Party> giver;
	std::vector<Party> receiver;
	std::optional<Edtf> period;
	std::optional<Theme> theme;
	std::optional<About> about;
	std::optional<Money> worth;
};

struct Record {
	std::variant<Meeting, Visit, Activity, Agreement, Twinning, Achievement, Commitment, Result, Support> value;
	base::Span evidence;     ///< the words that say so, in the document's text
	float certainty = 0.5F;  ///< 0 to 1: how sure the reader is, by the rule that found it
	/// Of a signed paper: the article or point that says so ("4", "4.a"); no part of the record model.
	std::optional<std::string> article = std::nullopt;
};

/// A person named in a public role.
struct Person {
	std::string name;
	std::optional<std::string> rank;
	std::optional<std::string> title;  ///< the posts as written, joined by "; "
	std::optional<std::string> country;
	base::Span evidence;
	float certainty = 0.5F;
	std::vector<Party> bodies;  ///< to which the posts belong, as far as the text tells; no part of the outside form
};

enum class MentionKind : std::uint8_t { date, number, money, place, party, person, instrument, theme };

/// Something that was recognised on the way. `value` is EDTF for a date, a decimal number, a code, a party, a name, …
struct Mention {
	MentionKind kind = MentionKind::number;
	base::Span span;
	std::string value;
	std::string unit;  ///< of money: ISO 4217; else empty
};

/// What was read out of one document.
struct Reading {
	std::vector<std::string> places;  ///< codes of provinces, sorted
	std::vector<Person> people;
	std::vector<Record> records;
	std::vector<Mention> mentions;  ///< filled only when asked for
};

}  // namespace bienban::model

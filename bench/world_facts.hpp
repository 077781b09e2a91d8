#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "world_names.hpp"

namespace bienban::bench {

struct Day {
	int year = 0;
	int month = 0;
	int day = 0;
	bool operator==(const Day&) const = default;
};

/// The day so many days later.
Day later(Day day, int days);
/// 0 for Monday.
int weekday(Day day);
/// "2019-11-21"
std::string edtf(Day day);

/// What is counted in a year: an entry of the table of figures.
struct FigureKind {
	std::string_view words;                 ///< with {n} for the number and {u} for the unit
	std::array<std::string_view, 3> units;  ///< as papers differ; the first is the commonest
	std::string_view theme;
	bool joint;  ///< done by both sides; else by the Vietnamese side
	int low;
	int high;
};
std::span<const FigureKind> figure_kinds();

struct Figure {
	std::size_t kind;
	int value;
};

/// Something given: an entry of the table of goods.
struct GoodsKind {
	std::string_view words;  ///< "tấn gạo" behind the number
	std::string_view item;   ///< as the record model has it
	std::string_view unit;   ///< as the record model has it; empty where the item itself is counted
	int low;
	int high;
	int step;
	long long factor;  ///< a million for "triệu đồng"
	int since;         ///< the first year in which anybody gave it
	Side giver;
};
std::span<const GoodsKind> goods_kinds();

struct Gift {
	std::size_t kind;
	int value;  ///< before the factor
};

/// A theme of cooperation with words for it that stand behind "đã" and behind "tiếp tục".
struct ThemeWords {
	std::string_view theme;
	std::string_view words;
	bool armed;  ///< a matter of those who guard the border; else of civilians
	bool any;    ///< a matter of both
};
std::span<const ThemeWords> theme_words();
/// Themes that are promised now and then and of which nothing is ever done.
std::span<const ThemeWords> lonely_themes();

enum class EventKind : std::uint8_t { talks, visit, patrol, aid, twinning };

/// One of an event's reports tells one thing otherwise than it was.
struct Contradiction {
	std::string_view field;  ///< date, place, ordinal, term, figure or gift
	std::size_t which = 0;   ///< the figure
	Day day;                 ///< told for the event's day
	int value = 0;           ///< told for the ordinal, the figure, the gift, the term's last year
	std::size_t report = 0;  ///< by which of the event's reports
};

struct Event {
	EventKind kind;
	std::size_t number;  ///< among the year's events
	Day day;
	Side host;      ///< where it is held; for a visit who is visited
	bool deputies;  ///< led by deputies
	int reports;    ///< how many documents report it when it happens
	std::optional<Gift> gift;
	int marker = 0;   ///< patrols: the first marker of the stretch
	int markers = 0;  ///< and its length
	std::size_t village = 0;
	std::optional<Contradiction> contradiction;
};

/// All that happened between two bodies in one year.
struct Year {
	int year = 0;
	std::vector<Event> events;  ///< the talks first
	std::vector<Figure> figures;
	std::vector<std::size_t> done;      ///< themes
	std::vector<std::size_t> promised;  ///< themes
	int ordinal = 0;                    ///< of the talks; 0 where papers do not count them
	bool signs = false;                 ///< the talks end with a memorandum
	int term_from = 0;
	int term_to = 0;
	int term_since = 0;  ///< the first year of the term that ends with this one; 0 where none of several years does
	std::vector<Figure> totals;  ///< the figures of that term
	// What is planted for the review to find.
	bool silent = false;                     ///< no document tells of the talks
	bool last_paper = false;                 ///< the memorandum of this year runs out, and nothing follows it
	std::optional<std::size_t> lonely;       ///< one of lonely_themes() that is promised
	std::optional<std::size_t> false_total;  ///< a total that is not what its years make
	int true_total = 0;                      ///< what they make
	int reviews = 0;                         ///< how many documents look back on the year at its end
	int leaders = 0;                         ///< the number of the officers who head both bodies
};

/// The plan of a world.
struct World {
	std::uint64_t seed = 1;
	std::size_t documents = 0;
	std::size_t pairs = 10;
	int from = 2000;
	int years = 25;
	std::size_t relations = 0;

	/// How many documents a relation has in a year: together they are `documents`.
	std::size_t documents_of(std::size_t relation, int year) const;
};

/// A world large enough for so many documents, five to ten for each fact.
World world_of(std::uint64_t seed, std::size_t documents, std::size_t pairs, int from, int years);

/// What happened between the bodies of a relation in a year; nothing where the year is not in the world.
Year year_of(const World& world, const Relation& relation, int year);

/// Adds the totals of the term that ends with the year.
void add_totals(const World& world, const Relation& relation, Year& year);

}  // namespace bienban::bench

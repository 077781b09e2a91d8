#include "facts/features.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "facts/goods.hpp"

namespace bienban::facts {

namespace {

/// How far a figure may lie from "hơn", "gần" or "khoảng" of it, at most.
constexpr double k_about = 0.10;

/// How far "hơn 2.400" may reach: one step of its last digit that is not 0, for 2,500 would have been said else; at
/// most a tenth of it.
double slack_of(double value) {
	const double size = std::abs(value);
	double step = 1;
	while (step * 10 <= size && std::fmod(size, step * 10) == 0) step *= 10;
	if (std::nearbyint(size) != size) step = 0.1;
	return std::min(step, k_about * size);
}

/// Marker numbers of a section: "460/462", "349", "425/1-430".
void read_section(const std::optional<std::string>& section, Features& out) {
	if (!section) return;
	std::vector<std::int32_t> numbers;
	const char* at = section->data();
	const char* const end = at + section->size();
	while (at < end) {
		std::int32_t number = 0;
		const auto result = std::from_chars(at, end, number);
		if (result.ec == std::errc{} && number > 0) numbers.push_back(number);
		at = result.ptr == at ? at + 1 : result.ptr;
	}
	if (numbers.empty()) return;
	const auto [low, high] = std::ranges::minmax(numbers);
	out.marker_from = low;
	out.marker_to = high;
}

std::uint64_t bits_of(const std::vector<model::Theme>& themes) {
	std::uint64_t bits = 0;
	for (const model::Theme theme : themes) bits |= std::uint64_t{1} << static_cast<unsigned>(theme);
	return bits;
}
std::uint64_t bits_of(const std::optional<model::Theme>& theme) {
	return theme ? std::uint64_t{1} << static_cast<unsigned>(*theme) : 0;
}

/// Chairs that are looked at; a list of hundreds is no list of chairs.
constexpr std::size_t k_most_people = 32;

int vagueness_of_date(const Features& f) {
	const auto by_length = [](const Stretch& stretch) {
		if (stretch.kind == Stretch::Kind::without_year) return 1;
		return stretch.length() <= 7 ? 0 : stretch.length() <= 62 ? 2 : 3;
	};
	if (f.date.known()) return by_length(f.date);
	return f.occasion.known() ? 1 + by_length(f.occasion) : 5;
}

/// On how many sides "the province" leaves open which of its committees it was.
int whole_sides(const Bodies& bodies) {
	const auto whole = [](const std::vector<Body>& side) {
		return std::ranges::any_of(side, [](const Body& body) { return body.whole; }) ? 1 : 0;
	};
	return whole(bodies.home) + whole(bodies.across);
}

int missing_sides(const Bodies& bodies) { return (bodies.home.empty() ? 1 : 0) + (bodies.across.empty() ? 1 : 0); }

struct Reader {
	Names& names;
	Features& out;

	void people(const std::vector<std::string>& list) const {
		for (const std::string& name : std::span{list}.first(std::min(list.size(), k_most_people)))
			out.people.push_back(names.id_of(name));
	}
	void place(const std::optional<std::string>& place) const {
		if (place) out.place = names.id_of(*place);
	}
	void sides(std::span<const model::Party> givers, std::span<const model::Party> receivers) const {
		out.givers = bodies_of(givers, names);
		out.receivers = bodies_of(receivers, names);
	}

	void operator()(const model::Meeting& r) const {
		out.kind = static_cast<std::uint8_t>(r.kind);
		out.date = stretch_of(r.date);
		place(r.place);
		sides(r.parties, {});
		people(r.chairs);
		out.ordinal = r.ordinal.value_or(0);
		out.annual = r.recurs == model::Recurs::annual;
	}
	void operator()(const model::Visit& r) const {
		out.date = stretch_of(r.date);
		const std::vector<model::Party> from = r.from ? std::vector{*r.from} : std::vector<model::Party>{};
		const std::vector<model::Party> to = r.to ? std::vector{*r.to} : std::vector<model::Party>{};
		sides(from, to);
		if (r.head) out.people.push_back(names.id_of(*r.head));
	}
	void operator()(const model::Activity& r) const {
		out.kind = static_cast<std::uint8_t>(r.kind);
		out.date = stretch_of(r.date);
		place(r.place);
		sides(r.parties, {});
		read_section(r.section, out);
	}
	void operator()(const model::Agreement& r) const {
		out.kind = static_cast<std::uint8_t>(r.instrument);
		out.date = stretch_of(r.signed_on);
		out.term = stretch_of(r.term);
		out.referenced = r.act == model::Act::referenced;
		sides(r.parties, {});
	}
	void operator()(const model::Twinning& r) const {
		out.date = stretch_of(r.since);
		sides(r.parties, {});
	}
	void operator()(const model::Achievement& r) const {
		out.date = stretch_of(r.period);
		out.themes = bits_of(r.themes);
		sides(r.parties, {});
	}
	void operator()(const model::Commitment& r) const {
		out.date = stretch_of(r.period);
		out.themes = bits_of(r.themes);
		sides(r.parties, {});
	}
	void operator()(const model::Result& r) const {
		out.date = stretch_of(r.period);
		out.themes = bits_of(r.theme);
		out.unit = names.id_of(unit_key(r.unit));
		out.unit_head = names.id_of(unit_head(r.unit));
		out.amount = amount_of(r.value, r.about);
		sides(r.by, r.to);
	}
	void operator()(const model::Support& r) const {
		out.date = stretch_of(r.period);
		out.themes = bits_of(r.theme);
		out.item = item_words(r.item);
		const bool money = r.unit && is_currency(*r.unit);
		if (money) {
			out.worth = amount_of(r.value, r.about);
			out.currency = names.id_of(*r.unit);
		} else {
			out.amount = amount_of(r.value, r.about);
			if (r.unit) out.unit = names.id_of(unit_key(*r.unit));
			if (r.worth) {
				out.worth = amount_of(r.worth->value, std::nullopt);
				out.currency = names.id_of(r.worth->unit);
			}
		}
		sides(r.giver, r.receiver);
	}
};

}  // namespace

Amount amount_of(std::optional<double> value, std::optional<model::About> about) {
	if (!value) return {};
	Amount amount{.value = *value, .low = *value, .high = *value, .known = true};
	const double slack = slack_of(*value);
	if (about == model::About::over || about == model::About::about) amount.high += slack;
	if (about == model::About::under || about == model::About::about) amount.low -= slack;
	return amount;
}

bool agree(const Amount& a, const Amount& b) { return a.low <= b.high && b.low <= a.high; }

Features features_of(const Claim& claim, Names& names) {
	Features out;
	out.type = claim.record.value.index();
	out.occasion = stretch_of(claim.occasion);
	std::visit(Reader{names, out}, claim.record.value);
	out.loose = stand_for_bodies(out.givers, out.receivers);
	out.vagueness = 2 * vagueness_of_date(out);
	if (out.type == 3 && out.term.known()) out.vagueness = out.date.known() ? out.vagueness : 4;
	const bool directed = !out.receivers.home.empty() || !out.receivers.across.empty();
	out.vagueness += directed ? 0 : missing_sides(out.givers);
	out.vagueness += std::min(whole_sides(out.givers) + whole_sides(out.receivers), 2);
	if (out.amount.known && out.amount.low < out.amount.high) ++out.vagueness;
	return out;
}

}  // namespace bienban::facts

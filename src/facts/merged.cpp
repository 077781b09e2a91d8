#include <algorithm>
#include <functional>
#include <map>
#include <tuple>

#include "base/one_of.hpp"
#include "facts/features.hpp"
#include "facts/goods.hpp"
#include "facts/join.hpp"

/// One record out of what the claims of a fact say.
namespace bienban::facts {

namespace {

/// The values that are said, each with how exact it is (more is more exact) and how often it is said.
template <typename T>
class Votes {
public:
	void add(const T& value, int exactness, std::size_t times) {
		for (Vote& vote : m_votes) {
			if (vote.value != value) continue;
			vote.times += times;
			return;
		}
		m_votes.push_back({value, exactness, times});
	}
	/// The most said among the most exact; of equals the smallest, so that the order of claims does not matter.
	std::optional<T> best() const {
		if (m_votes.empty()) return std::nullopt;
		const auto better = [](const Vote& a, const Vote& b) {
			return std::make_tuple(-a.exactness, -static_cast<std::int64_t>(a.times), std::cref(a.value)) <
			       std::make_tuple(-b.exactness, -static_cast<std::int64_t>(b.times), std::cref(b.value));
		};
		return std::ranges::min_element(m_votes, better)->value;
	}

private:
	struct Vote {
		T value;
		int exactness = 0;
		std::size_t times = 0;
	};
	std::vector<Vote> m_votes;
};

int exactness_of(const model::Edtf& date) {
	const auto stretch = stretch_of(date);
	if (!stretch.known()) return -2;
	if (stretch.kind == Stretch::Kind::without_year) return -1;
	// A day, a few days, a month, more: a visit of three days is no vaguer than its first.
	return stretch.length() <= 7 ? 3 : stretch.length() <= 31 ? 2 : stretch.length() <= 366 ? 1 : 0;
}

/// Walks the claims with how often each is said, as records of one type.
template <typename R>
class Merger {
public:
	Merger(std::span<const Claim> claims, std::span<const std::size_t> times) {
		for (std::size_t i = 0; i < claims.size(); ++i) {
			const R* record = std::get_if<R>(&claims[i].record.value);
			if (record != nullptr) m_said.push_back({record, i < times.size() ? times[i] : 1});
		}
	}

	template <typename T>
	std::optional<T> most(std::optional<T> R::*field) const {
		Votes<T> votes;
		for (const Said& said : m_said) {
			if (const auto& value = said.record->*field) votes.add(*value, 0, said.times);
		}
		return votes.best();
	}
	template <typename T>
	T most(T R::*field) const {
		Votes<T> votes;
		for (const Said& said : m_said) votes.add(said.record->*field, 0, said.times);
		return votes.best().value_or(T{});
	}
	std::optional<model::Edtf> date(std::optional<model::Edtf> R::*field) const {
		Votes<model::Edtf> votes;
		for (const Said& said : m_said) {
			if (const auto& value = said.record->*field) votes.add(*value, exactness_of(*value), said.times);
		}
		return votes.best();
	}
	/// A period is not the better for being short: the most said one.
	std::optional<model::Edtf> period(std::optional<model::Edtf> R::*field) const { return most(field); }

	std::vector<model::Party> parties(std::vector<model::Party> R::*field) const {
		Names names;
		std::map<model::Party, std::size_t> counts;
		for (const Said& said : m_said) {
			for (const model::Party& party : said.record->*field) counts[party] += said.times;
		}
		std::vector<std::pair<model::Party, std::size_t>> entries(counts.begin(), counts.end());
		// Of two spellings of one body the one that is said more; of two that differ in exactness the exacter one.
		std::vector<model::Party> kept;
		for (const auto& [party, times] : entries) {
			const bool covered = std::ranges::any_of(entries, [&, &mine = party, &often = times](const auto& other) {
				if (other.first == mine) return false;
				const bool together = std::ranges::any_of(m_said, [&](const Said& said) {
					const auto& list = said.record->*field;
					return base::one_of(mine, list) && base::one_of(other.first, list);
				});
				return covers(other, {mine, often}, together, names);
			});
			if (!covered) kept.push_back(party);
		}
		return kept;
	}
	std::optional<model::Party> party(std::optional<model::Party> R::*field) const {
		Votes<model::Party> votes;
		for (const Said& said : m_said) {
			const auto& value = said.record->*field;
			if (!value) continue;
			const auto parts = parts_of(*value);
			const bool whole = parts.kind == "province" || parts.kind == "state";
			votes.add(*value, (parts.name.empty() ? 0 : 2) + (whole ? 0 : 1), said.times);
		}
		return votes.best();
	}
	/// Names, each once, in the spelling that is said most, the fuller one of equals.
	std::vector<std::string> people(std::vector<std::string> R::*field) const {
		Names names;
		std::map<std::string, std::size_t> counts;
		for (const Said& said : m_said) {
			for (const std::string& name : said.record->*field) counts[name] += said.times;
		}
		std::vector<std::pair<std::string, std::size_t>> entries(counts.begin(), counts.end());
		std::ranges::stable_sort(entries, [](const auto& a, const auto& b) {
			return a.second != b.second ? a.second > b.second : a.first.size() > b.first.size();
		});
		std::vector<std::string> kept;
		for (const auto& entry : entries) {
			const auto id = names.id_of(entry.first);
			const bool there =
			    std::ranges::any_of(kept, [&](const std::string& other) { return names.same(names.id_of(other), id); });
			if (!there) kept.push_back(entry.first);
		}
		std::ranges::sort(kept);
		return kept;
	}
	std::vector<model::Theme> themes(std::vector<model::Theme> R::*field) const {
		std::vector<model::Theme> all;
		for (const Said& said : m_said) {
			for (const model::Theme theme : said.record->*field) all.push_back(theme);
		}
		std::ranges::sort(all);
		all.erase(std::unique(all.begin(), all.end()), all.end());
		return all;
	}
	/// The one record whose figure is taken: its value, unit and "about" belong together.
	template <typename Key>
	const R* figure(Key key) const {
		using K = std::invoke_result_t<Key, const R&>;
		Votes<K> votes;
		for (const Said& said : m_said) votes.add(key(*said.record), std::get<0>(key(*said.record)), said.times);
		const auto best = votes.best();
		for (const Said& said : m_said) {
			if (best && key(*said.record) == *best) return said.record;
		}
		return nullptr;
	}

private:
	struct Said {
		const R* record;
		std::size_t times;
	};

	/// Whether the other entry says the same body and is to be kept in place of this one.
	static bool covers(const std::pair<model::Party, std::size_t>& other,
	                   const std::pair<model::Party, std::size_t>& mine, bool together, Names& names) {
		auto a = bodies_of(std::span{&other.first, 1}, names);
		auto b = bodies_of(std::span{&mine.first, 1}, names);
		stand_for_bodies(a);
		stand_for_bodies(b);
		const auto& x = a.home.empty() ? a.across : a.home;
		const auto& y = b.home.empty() ? b.across : b.home;
		if (a.home.empty() != b.home.empty()) return false;
		switch (fit(x, y, names)) {
			case SideFit::equal:
				return std::make_tuple(other.second, mine.first) > std::make_tuple(mine.second, other.first);
			case SideFit::covered:
				// One is named or is the committee, the other only "a post" or "the province".
				return (y.front().whole && !x.front().whole) || (y.front().name == 0 && x.front().name != 0);
			// Who names the province beside its body means both.
			case SideFit::loose: return y.front().whole && !together;
			default: return false;
		}
	}

	std::vector<Said> m_said;
};

model::Meeting merge(const Merger<model::Meeting>& m) {
	using R = model::Meeting;
	R r;
	r.kind = m.most(&R::kind);
	r.date = m.date(&R::date);
	r.place = m.most(&R::place);
	r.parties = m.parties(&R::parties);
	r.chairs = m.people(&R::chairs);
	r.recurs = m.most(&R::recurs);
	r.ordinal = m.most(&R::ordinal);
	return r;
}
model::Visit merge(const Merger<model::Visit>& m) {
	using R = model::Visit;
	R r;
	r.from = m.party(&R::from);
	r.to = m.party(&R::to);
	r.date = m.date(&R::date);
	r.head = m.most(&R::head);
	return r;
}
model::Activity merge(const Merger<model::Activity>& m) {
	using R = model::Activity;
	R r;
	r.kind = m.most(&R::kind);
	r.parties = m.parties(&R::parties);
	r.date = m.date(&R::date);
	r.place = m.most(&R::place);
	r.section = m.most(&R::section);
	return r;
}
model::Agreement merge(const Merger<model::Agreement>& m) {
	using R = model::Agreement;
	R r;
	// Signed in one report, referred to in ten: it was signed.
	r.act = m.figure([](const R& a) { return std::make_tuple(a.act == model::Act::signed_ ? 1 : 0); })->act;
	r.instrument = m.most(&R::instrument);
	r.parties = m.parties(&R::parties);
	r.signed_on = m.date(&R::signed_on);
	r.term = m.period(&R::term);
	return r;
}
model::Twinning merge(const Merger<model::Twinning>& m) {
	using R = model::Twinning;
	return {.parties = m.parties(&R::parties), .since = m.date(&R::since)};
}
model::Achievement merge(const Merger<model::Achievement>& m) {
	using R = model::Achievement;
	return {.parties = m.parties(&R::parties), .period = m.period(&R::period), .themes = m.themes(&R::themes)};
}
model::Commitment merge(const Merger<model::Commitment>& m) {
	using R = model::Commitment;
	return {.parties = m.parties(&R::parties), .period = m.period(&R::period), .themes = m.themes(&R::themes)};
}
model::Result merge(const Merger<model::Result>& m) {
	using R = model::Result;
	const R* figure = m.figure([](const R& a) { return std::make_tuple(a.about ? 0 : 1, a.value, a.unit); });
	R r;
	r.value = figure->value;
	r.unit = m.most(&R::unit);
	r.about = figure->about;
	r.theme = m.most(&R::theme);
	r.by = m.parties(&R::by);
	r.to = m.parties(&R::to);
	r.period = m.period(&R::period);
	return r;
}
model::Support merge(const Merger<model::Support>& m) {
	using R = model::Support;
	const R* figure = m.figure([](const R& a) {
		// A count with its cost says more than the cost alone, and any figure more than "một số".
		const bool count = !a.unit || !is_currency(*a.unit);
		const int exactness = (a.value ? 4 : 0) + (count ? 2 : 0) + (a.about ? 0 : 1);
		return std::make_tuple(exactness, a.value.value_or(0), a.unit.value_or(""));
	});
	R r;
	r.item = m.most(&R::item);
	r.value = figure->value;
	r.unit = figure->unit;
	r.about = figure->about;
	r.giver = m.parties(&R::giver);
	r.receiver = m.parties(&R::receiver);
	r.period = m.date(&R::period);
	r.theme = m.most(&R::theme);
	r.worth = figure->worth;
	return r;
}

}  // namespace

model::Record merged(std::span<const Claim> claims, std::span<const std::size_t> times) {
	model::Record record;
	if (claims.empty()) return record;
	std::visit([&](const auto& first) { record.value = merge(Merger<std::decay_t<decltype(first)>>(claims, times)); },
	           claims.front().record.value);
	return record;
}

}  // namespace bienban::facts

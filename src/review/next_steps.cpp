#include "review/next_steps.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "register/check_rules.hpp"

namespace bienban::review {

namespace {

/// An agreement that ends within so many months is talked about now.
constexpr int k_months_ahead = 6;
/// A meeting of which nothing was told for more years than this is no longer held.
constexpr int k_years_of_silence = 5;

class Steps {
public:
	void add(StepKind kind, std::optional<model::Theme> theme, ItemIndex item) {
		// Steps that belong to no theme stand behind those that do.
		auto& items = m_items[{kind, theme ? static_cast<int>(*theme) : static_cast<int>(model::k_theme_count)}];
		if (items.second.insert(item).second) items.first.push_back(item);
	}
	void add_to(std::vector<NextStep>& steps) {
		for (auto& [what, items] : m_items) {
			const auto& [kind, theme] = what;
			const bool has_theme = theme != static_cast<int>(model::k_theme_count);
			steps.push_back({.kind = kind,
			                 .theme = has_theme ? std::optional{static_cast<model::Theme>(theme)} : std::nullopt,
			                 .items = std::move(items.first)});
		}
	}

private:
	std::map<std::pair<StepKind, int>, std::pair<std::vector<ItemIndex>, std::set<ItemIndex>>> m_items;
};

/// Whether the agreement has to be spoken of: no other took its place, and it has ended or soon will.
bool is_to_renew(const Basis& basis, std::int32_t as_of) {
	if (basis.followed || !basis.term) return false;
	return basis.ended || (basis.in_force && registry::months_before(basis.term->last, k_months_ahead) <= as_of);
}

/// The meeting that was held last, where the year after it has come or is the next one.
std::optional<ItemIndex> last_held(const Series& series, std::int32_t as_of) {
	if (!series.yearly) return std::nullopt;
	const Occurrence* last = nullptr;
	for (const Occurrence& held : series.held) {
		if (held.year != 0 && (last == nullptr || held.year >= last->year)) last = &held;
	}
	const int now = registry::year_of(as_of);
	if (last == nullptr || last->year > now || now - last->year > k_years_of_silence) return std::nullopt;
	return last->item;
}

}  // namespace

std::vector<NextStep> next_steps(const Material& material, std::span<const Basis> basis, const Contacts& contacts,
                                 std::span<const Promise> promises, const Disputed& disputed) {
	const std::int32_t as_of = material.question.as_of;
	std::vector<NextStep> steps;
	// Papers and meetings are matters of their own; promises and conflicts of one theme are one direction.
	for (const Basis& paper : basis) {
		if (is_to_renew(paper, as_of)) steps.push_back({.kind = StepKind::renew, .theme = {}, .items = {paper.item}});
	}
	Steps kept;
	for (const Promise& promise : promises) {
		if (promise.open) kept.add(StepKind::carry_on, promise.theme, promise.commitment);
	}
	for (const std::size_t i : disputed.unreported) {
		kept.add(StepKind::take_up, promises[i].theme, promises[i].commitment);
	}
	kept.add_to(steps);
	for (const Series& series : contacts.series) {
		const auto item = last_held(series, as_of);
		if (item) steps.push_back({.kind = StepKind::hold, .theme = {}, .items = {*item}});
	}
	Steps unclear;
	for (const Conflict& conflict : disputed.conflicts) {
		const auto themes = registry::themes_told(material.items[conflict.item].record);
		unclear.add(StepKind::clear_up, themes.size() == 1 ? std::optional{themes.front()} : std::nullopt,
		            conflict.item);
	}
	unclear.add_to(steps);
	return steps;
}

}  // namespace bienban::review

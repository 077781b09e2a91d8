#include "review/review.hpp"

#include <future>

namespace bienban::review {

namespace {

/// Below this a thread costs more than it saves.
constexpr std::size_t k_few_items = 2'000;

/// What tells of deeds without counting them.
std::vector<ItemIndex> done(const Material& material) {
	std::vector<ItemIndex> items;
	for (ItemIndex i = 0; i < material.items.size(); ++i) {
		const bool tells = material.as<model::Achievement>(i) != nullptr ||
		                   material.as<model::Activity>(i) != nullptr || material.as<model::Twinning>(i) != nullptr;
		if (tells && material.items[i].within) items.push_back(i);
	}
	return items;
}

}  // namespace

Review review(const Question& question, std::vector<registry::ToldFact> facts) {
	Review review;
	review.material = gather(question, std::move(facts));
	const Material& material = review.material;
	// The parts know nothing of one another; the two halves take about the same time.
	const auto figures = [&] {
		review.done = done(material);
		review.contacts = contacts(material);
		review.indicators = indicators(material);
		review.ledger = ledger(material);
	};
	std::future<void> beside;
	if (material.items.size() >= k_few_items) beside = std::async(std::launch::async, figures);
	review.basis = basis(material);
	review.promises = promises(material);
	if (beside.valid()) {
		beside.get();
	} else {
		figures();
	}
	review.disputed = disputed(material, review.basis, review.indicators, review.promises);
	review.next_steps = next_steps(material, review.basis, review.contacts, review.promises, review.disputed);
	return review;
}

}  // namespace bienban::review

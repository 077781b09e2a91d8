#include "review/review.hpp"

namespace bienban::review {

namespace {

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

Review review(const Question& question, const std::vector<registry::ToldFact>& facts) {
	Review review;
	review.material = gather(question, facts);
	const Material& material = review.material;
	review.basis = basis(material);
	review.contacts = contacts(material);
	review.done = done(material);
	review.indicators = indicators(material);
	review.ledger = ledger(material);
	review.promises = promises(material);
	review.disputed = disputed(material, review.basis, review.indicators, review.promises);
	review.next_steps = next_steps(material, review.basis, review.contacts, review.promises, review.disputed);
	return review;
}

}  // namespace bienban::review

#include "review/promises.hpp"

#include <algorithm>
#include <tuple>

#include "register/promise_rules.hpp"
#include "review/seen.hpp"

namespace bienban::review {

namespace {

Promiser promiser_of(const std::vector<model::Party>& parties, const Question& question) {
	bool of = false;
	bool with = false;
	for (const model::Party& party : parties) {
		const Standpoint side = standpoint(party, question);
		of = of || side == Standpoint::of;
		with = with || side == Standpoint::with;
	}
	if (of == with) return Promiser::both;
	return of ? Promiser::of : Promiser::with;
}

Grade grade_of(registry::Reported reported) {
	switch (reported) {
		case registry::Reported::done: return Grade::reported_done;
		case registry::Reported::in_part: return Grade::reported_in_part;
		case registry::Reported::nothing: return Grade::no_report;
	}
	return Grade::no_report;
}

}  // namespace

std::vector<Promise> promises(const Material& material) {
	const std::vector<registry::SeenFact> facts = seen(material);
	std::vector<Promise> promises;
	for (auto& line : registry::promise_lines(facts)) {
		if (!material.items[line.commitment].within) continue;
		promises.push_back({.commitment = line.commitment,
		                    .theme = line.theme,
		                    .by = promiser_of(facts[line.commitment].parties, material.question),
		                    .when = line.when,
		                    .under = line.under,
		                    .grade = grade_of(line.reported),
		                    .answers = std::move(line.answers),
		                    .open = line.when && line.due >= material.question.as_of,
		                    .more_answers = line.more_answers});
	}
	return promises;
}

}  // namespace bienban::review

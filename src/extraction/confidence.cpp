#include "extraction/confidence.hpp"

#include <algorithm>
#include <cmath>

namespace bienban::extraction {

namespace {

/// What recognition calls sure is not surer for being above it.
constexpr float k_sure = 0.9F;

float weight_of(const model::Document& document, base::Span span) {
	auto at = std::ranges::lower_bound(document.placed, span.begin, {},
	                                   [](const model::Placed& placed) { return placed.span.end; });
	float lowest = 1;
	float sum = 0;
	float bytes = 0;
	for (; at != document.placed.end() && at->span.begin < span.end; ++at) {
		const std::size_t begin = std::max(at->span.begin.value, span.begin.value);
		const std::size_t end = std::min(at->span.end.value, span.end.value);
		if (begin >= end) continue;
		const auto size = static_cast<float>(end - begin);
		lowest = std::min(lowest, at->confidence);
		sum += at->confidence * size;
		bytes += size;
	}
	return bytes == 0 ? 1 : std::min(1.0F, (sum / bytes + lowest) / 2 / k_sure);
}

}  // namespace

void doubt_what_was_hard_to_read(const model::Document& document, model::Reading& reading) {
	const auto sure = [](const model::Placed& placed) { return placed.confidence >= k_sure; };
	if (std::ranges::all_of(document.placed, sure)) return;
	// To two places, as all certainties are: more would not come back the same from the journal.
	const auto lower = [&](float certainty, base::Span evidence) {
		return std::round(certainty * weight_of(document, evidence) * 100) / 100;
	};
	for (model::Record& record : reading.records) record.certainty = lower(record.certainty, record.evidence);
	for (model::Person& person : reading.people) person.certainty = lower(person.certainty, person.evidence);
}

}  // namespace bienban::extraction

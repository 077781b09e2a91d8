#include <algorithm>

#include "facts/bodies.hpp"
#include "facts/claim.hpp"
#include "facts/goods.hpp"
#include "facts/stretch.hpp"
#include "model/fields.hpp"
#include "model/names.hpp"

namespace bienban::facts {

namespace {

std::string year_text(std::int32_t year) { return year == 0 ? "-" : std::to_string(year); }

/// The year in which a claim lies: of what looks back the last one, so that a report on a term meets the figures that
/// give no period but were told when it ended; of what looks forward the first one.
std::string year_of(const std::optional<model::Edtf>& date, const Claim& claim, std::int32_t year(const model::Edtf&)) {
	if (date) return year_text(year(*date));
	return claim.occasion ? year_text(year(*claim.occasion)) : "-";
}

std::vector<model::Party> all_parties(const model::Record& record) {
	std::vector<model::Party> parties;
	model::for_each_side(record, [&](const std::vector<model::Party>& side) {
		parties.insert(parties.end(), side.begin(), side.end());
	});
	return parties;
}

std::string group_of(model::Instrument instrument) {
	using enum model::Instrument;
	// What one report calls biên bản, the next calls biên bản ghi nhớ or thỏa thuận.
	if (instrument == memorandum || instrument == minutes || instrument == agreement) return "memorandum";
	return std::string{model::name_of(instrument)};
}

std::string kind_group(model::MeetingKind kind) {
	using enum model::MeetingKind;
	return kind == talks || kind == conference || kind == briefing ? "talks" : std::string{model::name_of(kind)};
}

struct Key {
	const Claim& claim;
	std::string operator()(const model::Meeting& r) const {
		return year_of(r.date, claim, last_year) + " " + kind_group(r.kind);
	}
	std::string operator()(const model::Visit& r) const {
		// Who travels: those of the home side, or those from across.
		const bool out = r.from ? is_home(*r.from) : r.to && !is_home(*r.to);
		return year_of(r.date, claim, last_year) + (out ? " out" : " in");
	}
	std::string operator()(const model::Activity& r) const {
		return year_of(r.date, claim, last_year) + " " + std::string{model::name_of(r.kind)};
	}
	/// No year: what is signed in one is referred to for many.
	std::string operator()(const model::Agreement& r) const { return group_of(r.instrument); }
	std::string operator()(const model::Twinning& /*r*/) const { return {}; }
	std::string operator()(const model::Achievement& r) const { return year_of(r.period, claim, last_year); }
	std::string operator()(const model::Commitment& r) const { return year_of(r.period, claim, first_year); }
	std::string operator()(const model::Result& r) const {
		return year_of(r.period, claim, last_year) + " " + unit_head(r.unit);
	}
	std::string operator()(const model::Support& r) const {
		return year_of(r.period, claim, last_year) + " " + item_head(r.item, r.unit);
	}
};

}  // namespace

std::string block_of(const Claim& claim) {
	std::string block{model::type_of(claim.record)};
	const auto parties = all_parties(claim.record);
	block += ' ';
	if (!claim.pairs.empty()) {
		// What three provinces do stands under the first of its pairs: one pair, so that it is in one block, and the
		// first, so that a report that leaves out the third province mostly finds it.
		block += claim.pairs.front();
	} else if (!parties.empty()) {
		block += model::place_of(*std::ranges::min_element(parties));
	} else {
		block += '-';
	}
	block += ' ';
	block += class_of(parties);
	block += ' ';
	block += std::visit(Key{claim}, claim.record.value);
	return block;
}

}  // namespace bienban::facts

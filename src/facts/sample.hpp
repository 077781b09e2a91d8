#pragma once

#include <optional>
#include <string>
#include <utility>

#include "facts/claim.hpp"

/// Claims for tests: two commands on both sides of one border.
namespace bienban::facts::sample {

inline const std::vector<model::Party> k_commands = {"LA-HO/military-command", "VN-05/border-guard"};

inline Claim claim(model::Record record, std::optional<model::Edtf> occasion = {}) {
	return {.record = std::move(record), .pairs = {"VN-05|LA-HO"}, .occasion = std::move(occasion)};
}

inline model::Record meeting(std::optional<model::Edtf> date, std::vector<model::Party> parties = k_commands,
                             model::MeetingKind kind = model::MeetingKind::talks) {
	model::Meeting meeting;
	meeting.kind = kind;
	meeting.date = std::move(date);
	meeting.parties = std::move(parties);
	return {.value = meeting, .evidence = {}};
}

inline model::Record agreement(std::optional<model::Edtf> signed_on, std::optional<model::Edtf> term,
                               model::Act act = model::Act::referenced) {
	model::Agreement agreement;
	agreement.act = act;
	agreement.parties = k_commands;
	agreement.signed_on = std::move(signed_on);
	agreement.term = std::move(term);
	return {.value = agreement, .evidence = {}};
}

inline model::Record result(double value, std::string unit, std::optional<model::Edtf> period,
                            std::optional<model::About> about = {}) {
	model::Result result;
	result.value = value;
	result.unit = std::move(unit);
	result.theme = model::Theme::joint_patrol;
	result.by = k_commands;
	result.period = std::move(period);
	result.about = about;
	return {.value = result, .evidence = {}};
}

}  // namespace bienban::facts::sample

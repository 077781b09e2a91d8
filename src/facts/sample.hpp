#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

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

/// From the one command to the other, or back.
inline model::Record visit(std::optional<model::Edtf> date, bool back = false) {
	model::Visit visit;
	visit.from = k_commands[back ? 1 : 0];
	visit.to = k_commands[back ? 0 : 1];
	visit.date = std::move(date);
	return {.value = visit, .evidence = {}};
}

inline model::Record patrol(std::optional<model::Edtf> date, std::optional<std::string> section) {
	model::Activity activity;
	activity.kind = model::ActivityKind::patrol;
	activity.parties = k_commands;
	activity.date = std::move(date);
	activity.section = std::move(section);
	return {.value = activity, .evidence = {}};
}

inline model::Record twinning(const std::string& village, std::optional<model::Edtf> since) {
	model::Twinning twinning;
	twinning.parties = {"VN-05/village/" + village, "LA-HO/village/nà khang"};
	twinning.since = std::move(since);
	return {.value = twinning, .evidence = {}};
}

inline model::Record support(std::string item, std::optional<double> value, std::optional<std::string> unit,
                             std::optional<model::Edtf> period) {
	model::Support support;
	support.item = std::move(item);
	support.value = value;
	support.unit = std::move(unit);
	support.giver = {k_commands[1]};
	support.receiver = {k_commands[0]};
	support.period = std::move(period);
	return {.value = support, .evidence = {}};
}

}  // namespace bienban::facts::sample

#include "facts/reasons.hpp"

#include <string>

#include "facts/stretch.hpp"
#include "model/dates.hpp"

namespace bienban::facts {

namespace {

const std::optional<model::Edtf>& date_of(const Claim& claim) {
	const auto& own = model::date_of(claim.record);
	return own ? own : claim.occasion;
}

std::string number_text(double value) {
	auto text = std::to_string(value);
	text.erase(text.find_last_not_of('0') + 1);
	if (text.ends_with('.')) text.pop_back();
	return text;
}

std::string figure_of(const Claim& claim) {
	const auto text = [](double value, const std::string& unit) {
		return unit.empty() ? number_text(value) : number_text(value) + " " + unit;
	};
	if (const auto* result = std::get_if<model::Result>(&claim.record.value)) return text(result->value, result->unit);
	if (const auto* support = std::get_if<model::Support>(&claim.record.value)) {
		if (support->value) return text(*support->value, support->unit.value_or(support->item));
		if (support->worth) return text(support->worth->value, support->worth->unit);
		return support->item;
	}
	return {};
}

const model::Agreement* agreement_of(const Claim& claim) { return std::get_if<model::Agreement>(&claim.record.value); }

std::string term_of(const Claim& a, const Claim& b) {
	for (const Claim* claim : {&a, &b}) {
		if (const auto* agreement = agreement_of(*claim); agreement != nullptr && agreement->term)
			return *agreement->term;
	}
	return {};
}

std::string ordinal_of(const Claim& claim) {
	const auto* meeting = std::get_if<model::Meeting>(&claim.record.value);
	return meeting != nullptr && meeting->ordinal ? std::to_string(*meeting->ordinal) : std::string{};
}

/// The more exact of two dates first.
std::vector<std::string> dates_of(const Claim& a, const Claim& b) {
	const auto x = date_of(a).value_or("");
	const auto y = date_of(b).value_or("");
	const auto length = [](const Claim& claim) {
		const auto stretch = stretch_of(date_of(claim));
		return stretch.known() ? stretch.length() : 0x7fffffff;
	};
	return length(b) < length(a) ? std::vector{y, x} : std::vector{x, y};
}

}  // namespace

Reason reason_of(const Claim& a, const Claim& b, const Judgement& judgement) {
	Reason reason;
	reason.score = judgement.score / 100.0;
	const auto say = [&](const char* id, std::vector<std::string> values) {
		reason.reason = id;
		reason.values = std::move(values);
	};
	switch (judgement.ground) {
		case Ground::none: say("join-alike", {}); break;
		case Ground::decided: say("join-decided", {}); break;
		case Ground::same_day: say("join-same-day", {date_of(a).value_or("")}); break;
		case Ground::same_period: say("join-same-period", {date_of(a).value_or("")}); break;
		case Ground::within: say("join-date-within", dates_of(a, b)); break;
		case Ground::occasion: say("join-occasion", dates_of(a, b)); break;
		case Ground::ordinal: say("join-ordinal", {ordinal_of(a)}); break;
		case Ground::slip_of_day: say("join-slip-of-day", dates_of(a, b)); break;
		case Ground::annual: say("join-annual", dates_of(a, b)); break;
		case Ground::term: say("join-term", {term_of(a, b)}); break;
		case Ground::signed_then: say("join-signed-before-term", {term_of(a, b)}); break;
		case Ground::in_force: say("join-in-force", dates_of(a, b)); break;
		case Ground::pair: say("join-pair", {}); break;
		case Ground::figure: say("join-figure", {figure_of(a)}); break;
		case Ground::figure_about: say("join-figure-about", {figure_of(a), figure_of(b)}); break;
		case Ground::figure_differs: say("join-figure-differs", {figure_of(a), figure_of(b)}); break;
	}
	return reason;
}

}  // namespace bienban::facts

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "facts/features.hpp"
#include "facts/goods.hpp"
#include "facts/join.hpp"
#include "model/fields.hpp"
#include "model/json.hpp"
#include "model/names.hpp"

/// Which values of one fact cannot both be true. A value that is only vaguer than another contradicts nothing.
namespace bienban::facts {

namespace {

/// A value in the form in which it can contradict another.
struct Probe {
	enum class Kind : std::uint8_t { date, term, bodies, amount, section, name, word };
	Kind kind = Kind::word;
	Stretch date;
	Bodies bodies;
	Amount amount;
	std::uint32_t word = 0;
	std::int32_t from = 0;
	std::int32_t to = 0;
};

bool contradict(const Probe& a, const Probe& b, Names& names) {
	switch (a.kind) {
		case Probe::Kind::date: {
			const auto dates = fit(a.date, b.date);
			return dates == DateFit::near || dates == DateFit::apart || dates == DateFit::crossing;
		}
		// A paper for one year is no vaguer telling of one for three.
		case Probe::Kind::term: return fit(a.date, b.date) != DateFit::equal && !nearly_equal(a.date, b.date);
		case Probe::Kind::bodies: return fit(a.bodies, b.bodies, names).contradicts(true);
		case Probe::Kind::amount: return a.word == b.word && !agree(a.amount, b.amount);
		case Probe::Kind::section: return a.from > b.to || b.from > a.to;
		case Probe::Kind::name: return !names.related(a.word, b.word);
		case Probe::Kind::word: return a.word != b.word;
	}
	return false;
}

/// Talks under three names are one kind; so are the papers that reports call by three names.
std::uint32_t group_of(model::MeetingKind kind) {
	return kind <= model::MeetingKind::briefing ? 1 : 1 + static_cast<std::uint32_t>(kind);
}
std::uint32_t group_of(model::ActivityKind kind) { return 1 + static_cast<std::uint32_t>(kind); }
std::uint32_t group_of(model::Instrument kind) {
	return kind <= model::Instrument::agreement ? 1 : 1 + static_cast<std::uint32_t>(kind);
}

/// Gathers the values of all claims field by field, then says which of them contradict each other.
class Finder {
public:
	Finder(std::span<const Claim> claims, std::span<const std::size_t> times) : m_claims(claims), m_times(times) {
		for (std::size_t i = 0; i < claims.size(); ++i) {
			std::visit([&](const auto& record) { take(i, record); }, claims[i].record.value);
		}
	}

	std::vector<Conflict> find() {
		std::vector<Conflict> conflicts;
		for (auto& field : m_fields) {
			std::vector<bool> disputed(field.values.size(), false);
			for (std::size_t a = 0; a < field.values.size(); ++a) {
				for (std::size_t b = a + 1; b < field.values.size(); ++b) {
					if (!contradict(field.values[a].probe, field.values[b].probe, m_names)) continue;
					disputed[a] = true;
					disputed[b] = true;
				}
			}
			Conflict conflict;
			conflict.field = field.name;
			for (std::size_t a = 0; a < field.values.size(); ++a) {
				if (disputed[a]) conflict.values.push_back({field.values[a].json, std::move(field.values[a].claims)});
			}
			if (conflict.values.empty()) continue;
			std::ranges::stable_sort(conflict.values, [&](const Conflict::Value& x, const Conflict::Value& y) {
				const auto of_x = said(x.claims);
				const auto of_y = said(y.claims);
				return of_x != of_y ? of_x > of_y : x.json < y.json;
			});
			conflicts.push_back(std::move(conflict));
		}
		std::ranges::stable_sort(conflicts, {},
		                         [&](const Conflict& conflict) { return place_of_field(conflict.field); });
		return conflicts;
	}

private:
	struct Value {
		std::string json;
		Probe probe;
		std::vector<std::size_t> claims;
	};
	struct Field {
		std::string name;
		std::vector<Value> values;
	};

	std::size_t said(const std::vector<std::size_t>& claims) const {
		std::size_t sum = 0;
		for (const std::size_t claim : claims) sum += claim < m_times.size() ? m_times[claim] : 1;
		return sum;
	}

	std::size_t place_of_field(const std::string& name) const {
		std::size_t at = 0;
		std::size_t found = 0;
		std::visit(
		    [&](const auto& record) {
			    model::for_each_field(record, [&](const char* known, const auto& /*value*/,
			                                      model::WhereAbsent = model::WhereAbsent::null) {
				    if (name == known) found = at;
				    ++at;
			    });
		    },
		    m_claims.front().record.value);
		return found;
	}

	void add(const char* name, std::size_t claim, std::string json, Probe probe) {
		auto field = std::ranges::find(m_fields, name, &Field::name);
		if (field == m_fields.end()) field = m_fields.insert(m_fields.end(), {name, {}});
		auto value = std::ranges::find(field->values, json, &Value::json);
		if (value == field->values.end()) {
			value = field->values.insert(field->values.end(), {std::move(json), std::move(probe), {}});
		}
		value->claims.push_back(claim);
	}

	static std::string json_of(const nlohmann::ordered_json& json) { return model::dump(json); }

	void date(const char* name, std::size_t claim, const std::optional<model::Edtf>& date,
	          Probe::Kind kind = Probe::Kind::date) {
		if (!date) return;
		Probe probe;
		probe.kind = kind;
		probe.date = stretch_of(date);
		add(name, claim, json_of(*date), std::move(probe));
	}
	void parties(const char* name, std::size_t claim, std::vector<model::Party> list) {
		if (list.empty()) return;
		Probe probe;
		probe.kind = Probe::Kind::bodies;
		probe.bodies = bodies_of(list, m_names);
		stand_for_bodies(probe.bodies);
		std::ranges::sort(list);
		add(name, claim, json_of(list), std::move(probe));
	}
	void party(const char* name, std::size_t claim, const std::optional<model::Party>& party) {
		if (!party) return;
		Probe probe;
		probe.kind = Probe::Kind::bodies;
		probe.bodies = bodies_of(std::span{&*party, 1}, m_names);
		stand_for_bodies(probe.bodies);
		add(name, claim, json_of(*party), std::move(probe));
	}
	void word(const char* name, std::size_t claim, const nlohmann::ordered_json& value, std::uint32_t word,
	          Probe::Kind kind = Probe::Kind::word) {
		Probe probe;
		probe.kind = kind;
		probe.word = word;
		add(name, claim, json_of(value), std::move(probe));
	}
	void place(std::size_t claim, const std::optional<std::string>& place) {
		if (place) word("place", claim, *place, m_names.id_of(*place));
	}
	void amount(const char* name, std::size_t claim, const nlohmann::ordered_json& value, const Amount& amount,
	            std::uint32_t unit) {
		Probe probe;
		probe.kind = Probe::Kind::amount;
		probe.amount = amount;
		probe.word = unit;
		add(name, claim, json_of(value), std::move(probe));
	}

	void take(std::size_t claim, const model::Meeting& r) {
		word("kind", claim, model::name_of(r.kind), group_of(r.kind));
		date("date", claim, r.date);
		place(claim, r.place);
		parties("parties", claim, r.parties);
		if (r.ordinal) word("ordinal", claim, *r.ordinal, static_cast<std::uint32_t>(*r.ordinal));
	}
	void take(std::size_t claim, const model::Visit& r) {
		party("from", claim, r.from);
		party("to", claim, r.to);
		date("date", claim, r.date);
		if (r.head) word("head", claim, *r.head, m_names.id_of(*r.head), Probe::Kind::name);
	}
	void take(std::size_t claim, const model::Activity& r) {
		word("kind", claim, model::name_of(r.kind), group_of(r.kind));
		parties("parties", claim, r.parties);
		date("date", claim, r.date);
		place(claim, r.place);
		const auto features = features_of(m_claims[claim], m_names);
		if (features.marker_from == 0 || !r.section) return;
		Probe probe;
		probe.kind = Probe::Kind::section;
		probe.from = features.marker_from;
		probe.to = features.marker_to;
		add("section", claim, json_of(*r.section), std::move(probe));
	}
	void take(std::size_t claim, const model::Agreement& r) {
		word("instrument", claim, model::name_of(r.instrument), group_of(r.instrument));
		parties("parties", claim, r.parties);
		date("signed", claim, r.signed_on);
		date("term", claim, r.term, Probe::Kind::term);
	}
	void take(std::size_t claim, const model::Twinning& r) {
		parties("parties", claim, r.parties);
		date("since", claim, r.since);
	}
	void take(std::size_t claim, const model::Achievement& r) {
		parties("parties", claim, r.parties);
		date("period", claim, r.period);
	}
	void take(std::size_t claim, const model::Commitment& r) {
		parties("parties", claim, r.parties);
		date("period", claim, r.period);
	}
	void take(std::size_t claim, const model::Result& r) {
		amount("value", claim, model::number_json(r.value), amount_of(r.value, r.about), 0);
		parties("by", claim, r.by);
		parties("to", claim, r.to);
		date("period", claim, r.period);
	}
	void take(std::size_t claim, const model::Support& r) {
		const bool money = r.unit && is_currency(*r.unit);
		if (r.value) {
			// A sum and a count stand beside each other; only sums of one currency, or counts, can contradict.
			amount("value", claim, model::number_json(*r.value), amount_of(r.value, r.about),
			       money ? m_names.id_of(*r.unit) : 0);
		}
		if (money) word("unit", claim, *r.unit, m_names.id_of(*r.unit));
		parties("giver", claim, r.giver);
		parties("receiver", claim, r.receiver);
		date("period", claim, r.period);
		if (r.worth) {
			amount("worth", claim, {{"value", model::number_json(r.worth->value)}, {"unit", r.worth->unit}},
			       amount_of(r.worth->value, std::nullopt), m_names.id_of(r.worth->unit));
		}
	}

	std::span<const Claim> m_claims;
	std::span<const std::size_t> m_times;
	Names m_names;
	std::vector<Field> m_fields;
};

}  // namespace

std::vector<Conflict> conflicts(std::span<const Claim> claims, std::span<const std::size_t> times) {
	if (claims.size() < 2) return {};
	return Finder(claims, times).find();
}

}  // namespace bienban::facts

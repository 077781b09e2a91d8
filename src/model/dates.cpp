#include "model/dates.hpp"

namespace bienban::model {

const std::optional<Edtf>& date_of(const Record& record) {
	return std::visit(
	    [](const auto& r) -> const std::optional<Edtf>& {
		    using T = std::decay_t<decltype(r)>;
		    if constexpr (std::same_as<T, Agreement>) {
			    return r.signed_on;
		    } else if constexpr (std::same_as<T, Twinning>) {
			    return r.since;
		    } else if constexpr (requires { r.date; }) {
			    return r.date;
		    } else {
			    return r.period;
		    }
	    },
	    record.value);
}

std::vector<Edtf> dates_of(const Record& record) {
	std::vector<Edtf> dates;
	if (const auto& date = date_of(record)) dates.push_back(*date);
	const auto* agreement = std::get_if<Agreement>(&record.value);
	if (agreement != nullptr && agreement->term) dates.push_back(*agreement->term);
	return dates;
}

}  // namespace bienban::model

#include "model/dates.hpp"

namespace bienban::model {

std::vector<Edtf> dates_of(const Record& record) {
	std::vector<Edtf> dates;
	const auto take = [&](const std::optional<Edtf>& date) {
		if (date) dates.push_back(*date);
	};
	std::visit(
	    [&](const auto& r) {
		    using T = std::decay_t<decltype(r)>;
		    if constexpr (std::same_as<T, Agreement>) {
			    take(r.signed_on);
			    take(r.term);
		    } else if constexpr (std::same_as<T, Twinning>) {
			    take(r.since);
		    } else if constexpr (requires { r.date; }) {
			    take(r.date);
		    } else {
			    take(r.period);
		    }
	    },
	    record.value);
	return dates;
}

}  // namespace bienban::model

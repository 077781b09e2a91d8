#include "base/roman.hpp"

#include <array>
#include <string_view>

namespace bienban::base {

std::string roman(std::size_t number) {
	struct Sign {
		std::size_t value;
		std::string_view letters;
	};
	static constexpr std::array<Sign, 13> k_signs{{{1000, "M"},
	                                               {900, "CM"},
	                                               {500, "D"},
	                                               {400, "CD"},
	                                               {100, "C"},
	                                               {90, "XC"},
	                                               {50, "L"},
	                                               {40, "XL"},
	                                               {10, "X"},
	                                               {9, "IX"},
	                                               {5, "V"},
	                                               {4, "IV"},
	                                               {1, "I"}}};
	std::string out;
	for (const Sign& sign : k_signs) {
		for (; number >= sign.value; number -= sign.value) out.append(sign.letters);
	}
	return out;
}

}  // namespace bienban::base

#include <string>
#include <vector>

#include "cli/run.hpp"

int main(int count, char** words) {
	return static_cast<int>(bienban::cli::run(std::vector<std::string>(words + (count > 0 ? 1 : 0), words + count)));
}

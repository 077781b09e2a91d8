#include "cli/open_register.hpp"

#include <optional>

namespace bienban::cli {

std::string register_path(const Arguments& arguments) { return arguments.value("--register").value_or("bienban.db"); }

base::Error failed_register(const std::string& path, registry::Access access, const registry::StoreError& failure) {
	if (failure.busy) return {"register-busy", {}, path, 0};
	const bool write = access == registry::Access::write;
	return {write ? "register-failed" : "register-damaged", {failure.what()}, path, 0};
}

ExitCode with_register(const Arguments& arguments, Console& console, registry::Access access,
                       const std::function<base::Result<ExitCode>(registry::Register&)>& work) {
	const std::string path = register_path(arguments);
	try {
		auto opened = registry::Register::open(path, access);
		if (!opened) {
			console.error(opened.error());
			return ExitCode::could_not;
		}
		// What a command shows comes from one state of the register, however often it asks.
		std::optional<registry::ReadingView> view;
		if (access == registry::Access::read) view.emplace(opened->rows());
		auto code = work(*opened);
		if (!code) {
			console.error(code.error());
			return ExitCode::could_not;
		}
		console.flush();
		return *code;
	} catch (const registry::StoreError& failure) {
		console.error(failed_register(path, access, failure));
	}
	return ExitCode::could_not;
}

}  // namespace bienban::cli

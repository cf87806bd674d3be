package dev.krait.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Takes everything that follows, options and all: it belongs to the program. */
final class Rest implements IParameterConsumer {
    @Override
    @SuppressWarnings("JdkObsolete") // picocli's type
    public void consumeParameters(Stack<String> arguments, ArgSpec argument, CommandSpec command) {
        if (arguments.isEmpty()) {
            throw new ParameterException(command.commandLine(),
                    "Argument expected for the " + argument.paramLabel() + " option");
        }
        List<String> rest = new ArrayList<>();
        while (!arguments.isEmpty()) {
            rest.add(arguments.pop());
        }
        argument.setValue(rest);
    }
}

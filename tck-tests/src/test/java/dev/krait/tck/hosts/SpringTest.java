package dev.krait.tck.hosts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.context.support.GenericXmlApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.scripting.ScriptCompilationException;
import org.springframework.scripting.support.ResourceScriptSource;
import org.springframework.scripting.support.StandardScriptEvaluator;
import org.springframework.scripting.support.StandardScriptFactory;
import org.springframework.scripting.support.StaticScriptSource;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.view.script.ScriptTemplateConfigurer;
import org.springframework.web.servlet.view.script.ScriptTemplateView;

@DisplayName("Host: Spring Framework")
class SpringTest {
    /** What the scripted bean is used as. */
    public interface Prices {
        double total(List<Double> prices, int percent);

        String currency();
    }

    @Test
    void evaluatorRunsTextWithArguments() {
        StandardScriptEvaluator evaluator = new StandardScriptEvaluator();
        evaluator.setLanguage("python");
        assertEquals(42,
                evaluator.evaluate(new StaticScriptSource("c = a * b\nc"), Map.of("a", 6, "b", 7)));
        assertEquals(3, evaluator.evaluate(new StaticScriptSource("1 + 2")));
    }

    @Test
    void evaluatorTakesTheLanguageFromTheExtension() {
        Object result = new StandardScriptEvaluator().evaluate(
                new ResourceScriptSource(new ClassPathResource("dev/krait/tck/hosts/prices.py")),
                Map.of("rate", 2));
        assertTrue(result instanceof Map<?, ?> map && map.get("rate").equals(2), "" + result);
    }

    @Test
    void evaluatorReportsErrors() {
        StandardScriptEvaluator evaluator = new StandardScriptEvaluator();
        evaluator.setLanguage("python");
        assertTrue(assertThrows(ScriptCompilationException.class,
                () -> evaluator.evaluate(new StaticScriptSource("1/0"))).getCause().getMessage()
                .contains("ZeroDivisionError"));
    }

    @Test
    void factoryImplementsAnInterfaceByFunctions() throws Exception {
        StandardScriptFactory factory = new StandardScriptFactory("python", "inline", Prices.class);
        Prices prices = (Prices) factory.getScriptedObject(new StaticScriptSource("""
                def total(prices, percent): return sum(prices) * (100 + percent) / 100
                def currency(): return 'EUR'
                """), Prices.class);
        assertEquals(33.0, prices.total(List.of(10.0, 20.0), 10));
        assertEquals("EUR", prices.currency());
    }

    @Test
    void factoryImplementsAnInterfaceByAnObject() throws Exception {
        StandardScriptFactory factory = new StandardScriptFactory("python", "inline", Prices.class);
        Prices prices = (Prices) factory.getScriptedObject(new StaticScriptSource("""
                class Euro:
                    def total(self, prices, percent): return 0.5 + len(prices)
                    def currency(self): return 'EUR'
                Euro()
                """), Prices.class);
        assertEquals(2.5, prices.total(List.of(10.0, 20.0), 10));
    }

    @Test
    void beansAreDefinedByInlineScripts() {
        String beans = """
                <beans xmlns="http://www.springframework.org/schema/beans"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xmlns:lang="http://www.springframework.org/schema/lang"
                    xsi:schemaLocation="http://www.springframework.org/schema/beans
                      https://www.springframework.org/schema/beans/spring-beans.xsd
                      http://www.springframework.org/schema/lang
                      https://www.springframework.org/schema/lang/spring-lang.xsd">
                  <lang:std id="prices" engine="cpython"
                      script-interfaces="dev.krait.tck.hosts.SpringTest$Prices">
                    <lang:inline-script>
                      rate = 1.5
                      def total(prices, percent):
                          return rate * len(prices) + percent
                      def currency():
                          return 'CHF'
                    </lang:inline-script>
                  </lang:std>
                </beans>
                """;
        try (GenericXmlApplicationContext context = new GenericXmlApplicationContext(
                new ByteArrayResource(beans.getBytes(StandardCharsets.UTF_8)))) {
            Prices prices = context.getBean(Prices.class);
            assertEquals(8.0, prices.total(List.of(1.0, 2.0), 5));
            assertEquals("CHF", prices.currency());
        }
    }

    @Test
    void scriptTemplateViewRendersTheModel() throws Exception {
        GenericWebApplicationContext context = new GenericWebApplicationContext(
                new MockServletContext());
        context.registerBean(ScriptTemplateConfigurer.class, () -> {
            ScriptTemplateConfigurer configurer = new ScriptTemplateConfigurer();
            configurer.setEngineName("cpython");
            configurer.setScripts("dev/krait/tck/hosts/render.py");
            configurer.setRenderFunction("render");
            return configurer;
        });
        context.refresh();
        try (GenericApplicationContext closed = context) {
            ScriptTemplateView view = new ScriptTemplateView("dev/krait/tck/hosts/page.html");
            view.setApplicationContext(closed);
            MockHttpServletResponse response = new MockHttpServletResponse();
            view.render(Map.of("title", "Orders", "items", List.of("a", "b")),
                    new MockHttpServletRequest(), response);
            assertEquals("<h1>Orders</h1><li>a</li><li>b</li>",
                    response.getContentAsString().strip());
        }
    }
}
